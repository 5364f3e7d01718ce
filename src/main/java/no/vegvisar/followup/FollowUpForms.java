package no.vegvisar.followup;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import no.vegvisar.engine.OpenTask;
import no.vegvisar.form.FormHandler;
import no.vegvisar.form.Submission;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.kernel.Language;
import no.vegvisar.kernel.Refusal;
import no.vegvisar.treatment.OpenMatter;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.i18n.LocaleContextHolder;

/** The forms of the end of a case and what stands behind each. */
@Configuration(proxyBeanMethods = false)
class FollowUpForms {

  /** A form, its command, and what its slot of open matters shows. */
  private record Handler(
      String formId,
      Function<Submission, List<Refusal>> command,
      Function<CaseNo, List<OpenMatter>> open,
      MessageSource messages)
      implements FormHandler {

    @Override
    public List<Refusal> submit(Submission submission) {
      return command.apply(submission);
    }

    @Override
    public Context context(OpenTask task, CaseNo caseNo) {
      if (open == null) {
        return Context.NONE;
      }
      Locale locale = LocaleContextHolder.getLocale();
      List<String> lines = open.apply(caseNo).stream().map(m -> line(m, locale)).toList();
      return new Context(
          Map.of(
              "openItems",
              lines.isEmpty()
                  ? List.of(messages.getMessage("followup.open.none", null, locale))
                  : lines),
          Map.of(),
          Map.of());
    }

    private String line(OpenMatter matter, Locale locale) {
      boolean english = Language.of(locale) == Language.EN;
      DateTimeFormatter day =
          DateTimeFormatter.ofPattern(
              english ? "d MMMM yyyy" : "d. MMMM yyyy", english ? Locale.UK : locale);
      Object[] args =
          matter.args().stream()
              .map(a -> a instanceof LocalDate date ? day.format(date) : a)
              .toArray();
      return messages.getMessage(matter.key(), args, locale);
    }
  }

  @Bean
  FormHandler planEnd(FollowUpDesk desk, MessageSource messages) {
    return new Handler("plan-end", desk::planEnd, desk::openToPlanner, messages);
  }

  @Bean
  FormHandler writeDischargeSummary(FollowUpDesk desk, MessageSource messages) {
    return new Handler("write-discharge-summary", desk::summaryWritten, null, messages);
  }

  @Bean
  FormHandler closeCase(FollowUpDesk desk, MessageSource messages) {
    return new Handler("close-case", desk::close, desk::openToCloser, messages);
  }

  @Bean
  FormHandler followUpBereaved(FollowUpDesk desk, MessageSource messages) {
    return new Handler("follow-up-bereaved", desk::bereaved, null, messages);
  }

  @Bean
  FormHandler concludeAfterWithdrawal(FollowUpDesk desk, MessageSource messages) {
    return new Handler("conclude-after-withdrawal", desk::withdrawal, null, messages);
  }

  @Bean
  FormHandler confirmTransfer(FollowUpDesk desk, MessageSource messages) {
    return new Handler("confirm-transfer", desk::transfer, null, messages);
  }
}
