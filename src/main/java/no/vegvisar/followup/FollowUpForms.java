package no.vegvisar.followup;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
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

  /** With what is still open, beside the form. */
  private static FormHandler withOpenMatters(
      String formId,
      Function<Submission, List<Refusal>> command,
      Function<CaseNo, List<OpenMatter>> open,
      MessageSource messages) {
    return FormHandler.of(
        formId,
        command,
        (task, caseNo) -> {
          Locale locale = LocaleContextHolder.getLocale();
          List<String> lines =
              open.apply(caseNo).stream().map(m -> line(m, locale, messages)).toList();
          return FormHandler.Context.showing(
              Map.of(
                  "openItems",
                  lines.isEmpty()
                      ? List.of(messages.getMessage("followup.open.none", null, locale))
                      : lines));
        });
  }

  private static String line(OpenMatter matter, Locale locale, MessageSource messages) {
    Object[] args =
        matter.args().stream()
            .map(
                a ->
                    a instanceof LocalDate date
                        ? Language.of(locale).day(date)
                        : messages.getMessage(
                            "deadline.word." + a, null, String.valueOf(a), locale))
            .toArray();
    return messages.getMessage(matter.key(), args, locale);
  }

  @Bean
  FormHandler planEnd(FollowUpDesk desk, MessageSource messages) {
    return withOpenMatters("plan-end", desk::planEnd, desk::openToPlanner, messages);
  }

  @Bean
  FormHandler writeDischargeSummary(FollowUpDesk desk) {
    return FormHandler.of("write-discharge-summary", desk::summaryWritten);
  }

  @Bean
  FormHandler closeCase(FollowUpDesk desk, MessageSource messages) {
    return withOpenMatters("close-case", desk::close, desk::openToCloser, messages);
  }

  @Bean
  FormHandler followUpBereaved(FollowUpDesk desk) {
    return FormHandler.of("follow-up-bereaved", desk::bereaved);
  }

  @Bean
  FormHandler concludeAfterWithdrawal(FollowUpDesk desk) {
    return FormHandler.of("conclude-after-withdrawal", desk::withdrawal);
  }

  @Bean
  FormHandler confirmTransfer(FollowUpDesk desk) {
    return FormHandler.of("confirm-transfer", desk::transfer);
  }
}
