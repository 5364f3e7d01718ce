package no.vegvisar.correspondence.web;

import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.vegvisar.access.CurrentActor;
import no.vegvisar.access.Thing;
import no.vegvisar.casefile.CasePart;
import no.vegvisar.casefile.CaseSummary;
import no.vegvisar.correspondence.Letters;
import no.vegvisar.correspondence.PatientWishes;
import no.vegvisar.correspondence.ReturnedLetters;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.kernel.OsloTime;
import no.vegvisar.organisation.Role;
import no.vegvisar.patient.LetterChannels;
import no.vegvisar.patient.LetterChannels.Channel;
import no.vegvisar.patient.LetterChannels.Source;
import no.vegvisar.ui.ChoiceView;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** The letters of a case and what became of each. */
@Component
class LettersPart implements CasePart {

  /**
   * @param mayReturn whether the reader may say that the post came back
   * @param href the PDF; opening it is logged
   * @param told how and when the receiver was told after the post came back; empty for most
   * @param toldHref where intake says so; null unless it came back
   * @param link which letter replaced it, or which one it replaces; null for most
   */
  public record Row(
      String id,
      String title,
      String to,
      String state,
      String color,
      String when,
      String href,
      String link,
      List<String> told,
      boolean mayReturn,
      String toldHref) {}

  private final Letters letters;
  private final ReturnedLetters returned;
  private final PatientWishes wishes;
  private final CurrentActor actor;
  private final MessageSource messages;

  LettersPart(
      Letters letters,
      ReturnedLetters returned,
      PatientWishes wishes,
      CurrentActor actor,
      MessageSource messages) {
    this.letters = letters;
    this.returned = returned;
    this.wishes = wishes;
    this.actor = actor;
    this.messages = messages;
  }

  @Override
  public String key() {
    return "letters";
  }

  @Override
  public int order() {
    return 60;
  }

  @Override
  public Thing thing() {
    return Thing.LETTER;
  }

  @Override
  public String icon() {
    return "EnvelopeClosed";
  }

  @Override
  public boolean concerns(CaseSummary caseSummary) {
    return true;
  }

  @Override
  public String template() {
    return "correspondence/letters";
  }

  @Override
  public Map<String, Object> model(CaseNo caseNo) {
    Locale locale = LocaleContextHolder.getLocale();
    DateTimeFormatter format = DateTimeFormatter.ofPattern("dd.MM.yyyy HH.mm");
    List<ReturnedLetters.Told> told = returned.ofCase(caseNo);
    List<Row> rows =
        letters.ofCase(caseNo).stream()
            .map(
                l ->
                    new Row(
                        l.id().toString(),
                        message("correspondence.template." + l.template(), locale),
                        message("correspondence.to." + l.to(), locale),
                        message("correspondence.state." + l.state(), locale),
                        color(l.state()),
                        format.format(
                            OsloTime.dateTimeOf(l.sentAt() == null ? l.writtenAt() : l.sentAt())),
                        "/cases/" + caseNo + "/documents/" + l.documentId(),
                        l.replaces() == null
                            ? null
                            : messages.getMessage(
                                "correspondence.replaces",
                                new Object[] {
                                  format.format(
                                      OsloTime.dateTimeOf(letters.get(l.replaces()).writtenAt()))
                                },
                                locale),
                        told.stream()
                            .filter(t -> t.letterId().equals(l.id()))
                            .map(t -> told(t, format, locale))
                            .toList(),
                        l.state() == Letters.State.SENT
                            && l.to() == Letters.To.PATIENT
                            && actor.get().holds(Role.INTAKE),
                        l.state() == Letters.State.RETURNED && actor.get().holds(Role.INTAKE)
                            ? "/post/" + l.id() + "/told"
                            : null))
            .toList();
    Map<String, Object> model = new HashMap<>();
    model.put("letters", rows);
    model.put("caseNo", caseNo.value());
    model.put("wish", wishes.of(caseNo).map(w -> wish(w, locale)).orElse(null));
    boolean may = wishes.may(caseNo);
    Optional<LetterChannels.Wish> now = wishes.of(caseNo);
    model.put(
        "channels",
        may
            ? choices(
                Arrays.stream(Channel.values()).map(Channel::code).toList(),
                "correspondence.channel.",
                now.map(w -> w.channel().code()).orElse(Channel.POST.code()),
                locale)
            : List.of());
    model.put(
        "sources",
        choices(
            Arrays.stream(Source.values()).map(Source::code).toList(),
            "correspondence.channel.source.",
            now.map(w -> w.source().code()).orElse(""),
            locale));
    return model;
  }

  private String told(ReturnedLetters.Told told, DateTimeFormatter format, Locale locale) {
    String line =
        messages.getMessage(
            "correspondence.returned.line",
            new Object[] {
              message("correspondence.word." + told.how(), locale),
              format.format(OsloTime.dateTimeOf(told.at())),
              told.by()
            },
            locale);
    return Stream.of(line, told.words(), told.address() == null ? null : onOneLine(told.address()))
        .filter(Objects::nonNull)
        .collect(Collectors.joining(": "));
  }

  private static String onOneLine(String address) {
    return address.lines().map(String::strip).collect(Collectors.joining(", "));
  }

  private String wish(LetterChannels.Wish wish, Locale locale) {
    return messages.getMessage(
        "correspondence.channel.now",
        new Object[] {
          message("correspondence.channel." + wish.channel().code(), locale),
          message("correspondence.channel.source." + wish.source().code(), locale)
        },
        locale);
  }

  private List<ChoiceView> choices(
      List<String> codes, String prefix, String chosen, Locale locale) {
    return codes.stream()
        .map(c -> ChoiceView.of(c, message(prefix + c, locale), c.equals(chosen)))
        .toList();
  }

  private static String color(Letters.State state) {
    return switch (state) {
      case SENT, TOLD_OTHERWISE -> "success";
      case HELD, FAILED, RETURNED -> "warning";
      default -> "neutral";
    };
  }

  private String message(String key, Locale locale) {
    return messages.getMessage(key, null, locale);
  }
}
