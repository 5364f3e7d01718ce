package no.vegvisar;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import jakarta.persistence.EntityManagerFactory;
import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Counts how often the database is asked while something is done: by Hibernate and by plain
 * statements, whichever thread asks.
 */
@Component
public class Statements {

  private final SessionFactory sessions;

  Statements(EntityManagerFactory entities) {
    this.sessions = entities.unwrap(SessionFactory.class);
  }

  public long during(Runnable work) {
    Logger plain = (Logger) LoggerFactory.getLogger(JdbcTemplate.class);
    var asked = new ListAppender<ILoggingEvent>();
    asked.start();
    Level before = plain.getLevel();
    boolean additive = plain.isAdditive();
    Statistics statistics = sessions.getStatistics();
    plain.setAdditive(false);
    plain.setLevel(Level.DEBUG);
    plain.addAppender(asked);
    statistics.setStatisticsEnabled(true);
    statistics.clear();
    try {
      work.run();
      return statistics.getPrepareStatementCount()
          + asked.list.stream()
              .filter(e -> e.getFormattedMessage().startsWith("Executing prepared SQL"))
              .count();
    } finally {
      statistics.setStatisticsEnabled(false);
      plain.detachAppender(asked);
      plain.setLevel(before);
      plain.setAdditive(additive);
    }
  }
}
