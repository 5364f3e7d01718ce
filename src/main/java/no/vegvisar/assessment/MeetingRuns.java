package no.vegvisar.assessment;

import java.util.List;
import java.util.Locale;
import no.vegvisar.access.CurrentActor;
import no.vegvisar.casefile.WaitingTasks;
import no.vegvisar.form.TaskRun;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.kernel.Language;
import no.vegvisar.organisation.UserId;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The agenda of a meeting, and what is to be signed after it, worked through one by one. */
@Configuration
class MeetingRuns {

  private abstract static class Run implements TaskRun {

    private final String key;
    private final MessageSource messages;

    Run(String key, MessageSource messages) {
      this.key = key;
      this.messages = messages;
    }

    @Override
    public String key() {
      return key;
    }

    @Override
    public String href() {
      return "/meeting";
    }

    @Override
    public String label(Language language) {
      Locale locale = language.locale();
      return messages.getMessage("meeting.run." + key, null, locale);
    }
  }

  @Bean
  TaskRun agenda(MeetingDesk desk, CurrentActor current, MessageSource messages) {
    return new Run("agenda", messages) {
      @Override
      public List<String> taskIds() {
        List<CaseNo> agenda = desk.running().map(TeamMeeting::agenda).orElse(List.of());
        List<WaitingTasks.Waiting> open = desk.toPrepare();
        UserId me = current.get().id();
        return agenda.stream()
            .flatMap(c -> open.stream().filter(w -> w.caseNo().equals(c) && me.equals(w.holder())))
            .map(WaitingTasks.Waiting::taskId)
            .toList();
      }
    };
  }

  @Bean
  TaskRun signing(MeetingDesk desk, CurrentActor current, MessageSource messages) {
    return new Run("signing", messages) {
      @Override
      public List<String> taskIds() {
        UserId me = current.get().id();
        return desk.toSign().stream()
            .filter(w -> w.holder() == null || me.equals(w.holder()))
            .map(WaitingTasks.Waiting::taskId)
            .toList();
      }
    };
  }
}
