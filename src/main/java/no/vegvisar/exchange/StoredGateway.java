package no.vegvisar.exchange;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import no.vegvisar.correspondence.Outbox;
import no.vegvisar.engine.Correlations;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.kernel.Ids;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * {@link Gateway} with its local adapter: what is sent here goes through the outbox and is
 * delivered in a transaction of the receiver's own, so that another installation over FHIR will
 * behave alike (decisions 5).
 */
@Component
class StoredGateway implements Gateway, Outbox.Transport {

  private final JdbcTemplate jdbc;
  private final ObjectProvider<Outbox> outbox;
  private final ObjectProvider<RequestReceiver> receivers;
  private final Correlations correlations;
  private final TransactionTemplate delivery;
  private final Clock clock;

  StoredGateway(
      JdbcTemplate jdbc,
      ObjectProvider<Outbox> outbox,
      ObjectProvider<RequestReceiver> receivers,
      Correlations correlations,
      PlatformTransactionManager transactions,
      Clock clock) {
    this.jdbc = jdbc;
    this.outbox = outbox;
    this.receivers = receivers;
    this.correlations = correlations;
    this.delivery = new TransactionTemplate(transactions);
    this.delivery.setPropagationBehavior(TransactionTemplate.PROPAGATION_REQUIRES_NEW);
    this.clock = clock;
  }

  @Override
  @Transactional
  public UUID send(
      CaseNo caseNo,
      String type,
      String requestId,
      String fromBody,
      String toBody,
      String toUnit,
      String content) {
    UUID id = Ids.next();
    keep(
        "out",
        new Message(id, type, requestId, fromBody, toBody, toUnit, content, clock.instant()));
    // the request's own messages leave in order; the outbox row names the message, the sender's
    // case number stays here
    outbox
        .getObject()
        .enqueue(
            new Outbox.Item(
                "gateway",
                caseNo,
                requestId,
                id.toString(),
                "gateway:" + fromBody + ":" + requestId,
                null));
    return id;
  }

  private boolean keep(String direction, Message message) {
    return jdbc.update(
            "insert into gateway_message (id, direction, type, request_id, from_body, to_body, to_unit, content, sha256, at)"
                + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing",
            message.id(),
            direction,
            message.type(),
            message.requestId(),
            message.fromBody(),
            message.toBody(),
            message.toUnit(),
            message.content(),
            sha256(message.content()),
            Timestamp.from(message.at()))
        == 1;
  }

  @Override
  public String name() {
    return "gateway";
  }

  @Override
  public boolean deduplicates() {
    return true;
  }

  @Override
  public void send(UUID rowId, Outbox.Item item) {
    delivery.executeWithoutResult(
        status -> {
          Message message = sent(UUID.fromString(item.payload()));
          RequestReceiver receiver =
              receivers.stream()
                  .filter(r -> r.types().contains(message.type()))
                  .findFirst()
                  .orElseThrow(() -> new NoReceiver(message.type()));
          // the receiver's inbox knows the message's id: a repeat changes nothing
          if (keep("in", message)) {
            receiver.receive(message);
          }
        });
  }

  @Override
  public void gaveUp(UUID rowId, Outbox.Item item) {
    correlations.toWaiting("exchange.delivery.failed", "requestId", item.subjectId(), Map.of());
  }

  private Message sent(UUID id) {
    List<Message> found =
        jdbc.query(
            "select * from gateway_message where id = ? and direction = 'out'",
            (row, n) ->
                new Message(
                    row.getObject("id", UUID.class),
                    row.getString("type"),
                    row.getString("request_id"),
                    row.getString("from_body"),
                    row.getString("to_body"),
                    row.getString("to_unit"),
                    row.getString("content"),
                    row.getTimestamp("at").toInstant()),
            id);
    return found.get(0);
  }

  private static String sha256(String content) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256")
                  .digest(content.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Nobody on this installation takes such messages. */
  private static final class NoReceiver extends RuntimeException {
    NoReceiver(String type) {
      super("nobody receives " + type);
    }
  }
}
