package no.vegvisar.casefile;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import no.vegvisar.kernel.Language;
import no.vegvisar.kernel.OsloTime;
import no.vegvisar.organisation.Organisations;
import no.vegvisar.organisation.UserId;
import no.vegvisar.organisation.Users;
import no.vegvisar.ui.EventView;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * Ledger entries in words. The sentence is the message {@code <module>.event.<fact>}; its arguments
 * are the event's words, where ISO dates are written as dates, user ids as names, and codes as
 * {@code <module>.word.<code>} or a role's name when there is such a text.
 */
@Component
public class EventWords {

  private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
  private static final Pattern INSTANT = Pattern.compile("\\d{4}-\\d{2}-\\d{2}T.*Z");
  private static final Map<String, String> ICONS =
      Map.ofEntries(
          Map.entry("casefile", "Folder"),
          Map.entry("referral", "FileText"),
          Map.entry("assessment", "ClipboardCheckmark"),
          Map.entry("deadline", "Hourglass"),
          Map.entry("correspondence", "EnvelopeClosed"),
          Map.entry("treatment", "Stethoscope"),
          Map.entry("coordination", "HandShakeHeart"),
          Map.entry("municipality", "Buildings3"),
          Map.entry("form", "Tasklist"),
          Map.entry("followup", "House"));

  private final MessageSource messages;
  private final Users users;
  private final Organisations organisations;

  EventWords(MessageSource messages, Users users, Organisations organisations) {
    this.messages = messages;
    this.users = users;
    this.organisations = organisations;
  }

  /** The sentence; says so where content was erased, or is of a later version than this. */
  public String sentence(LedgerEntry entry, Language language) {
    Locale locale = language.locale();
    if (entry.erased()) {
      return messages.getMessage("casefile.event.erased-content", null, locale);
    }
    String module = moduleOf(entry);
    String fact = entry.type().substring(module.length() + 1).replaceAll("/\\d+$", "");
    String unknown =
        messages.getMessage("casefile.event.unknown", new Object[] {entry.type()}, locale);
    if (entry.event() == null) {
      return unknown;
    }
    Object[] words = entry.event().words();
    Object[] written = new Object[words.length];
    for (int i = 0; i < words.length; i++) {
      written[i] = word(module, words[i], language);
    }
    return messages.getMessage(module + ".event." + fact, written, unknown, locale);
  }

  /** When, who and for whom. */
  public String meta(LedgerEntry entry, Language language) {
    Locale locale = language.locale();
    String when =
        DateTimeFormatter.ofPattern(
                language == Language.EN ? "d MMM yyyy, HH:mm" : "d. MMM yyyy, HH.mm", locale)
            .format(OsloTime.dateTimeOf(entry.at()));
    String who = name(entry.actor(), language);
    return entry.onBehalfOf() == null
        ? when + " · " + who
        : when
            + " · "
            + messages.getMessage(
                "casefile.event.for",
                new Object[] {who, name(entry.onBehalfOf(), language)},
                locale);
  }

  public EventView view(LedgerEntry entry, Language language) {
    return new EventView(
        ICONS.getOrDefault(moduleOf(entry), "Information"),
        colour(entry.type()),
        sentence(entry, language),
        meta(entry, language));
  }

  /** First part of the registered name. */
  public static String moduleOf(LedgerEntry entry) {
    return entry.type().substring(0, entry.type().indexOf('.'));
  }

  private static String colour(String type) {
    if (type.startsWith("deadline.breached")) {
      return "danger";
    }
    return type.startsWith("deadline.warned") || type.startsWith("deadline.resumed")
        ? "warning"
        : "neutral";
  }

  private String name(UserId user, Language language) {
    return user.equals(UserId.SYSTEM)
        ? messages.getMessage("casefile.event.machine", null, language.locale())
        : users.displayName(user);
  }

  private Object word(String module, Object word, Language language) {
    Locale locale = language.locale();
    if (word == null) {
      return "–";
    }
    if (word instanceof Number) {
      // stays one, so that the sentence can tell one from many
      return word;
    }
    String text = String.valueOf(word);
    if (word instanceof LocalDate || DATE.matcher(text).matches()) {
      return date(text, language);
    }
    if (word instanceof Instant || INSTANT.matcher(text).matches()) {
      return instant(text, language);
    }
    if (!(word instanceof String) || text.indexOf(' ') >= 0) {
      return text;
    }
    String known = messages.getMessage(module + ".word." + text, null, null, locale);
    if (known == null) {
      known = messages.getMessage("organisation.role." + text, null, null, locale);
    }
    if (known != null) {
      return known;
    }
    if (text.equals(UserId.SYSTEM.value()) || users.byId(new UserId(text)).isPresent()) {
      return name(new UserId(text), language);
    }
    return organisations
        .unit(text)
        .map(u -> language == Language.NB ? u.nameNb() : u.nameNn())
        .orElse(text);
  }

  private static String date(String iso, Language language) {
    try {
      return DateTimeFormatter.ofPattern(
              language == Language.EN ? "d MMM yyyy" : "d. MMM yyyy", language.locale())
          .format(LocalDate.parse(iso));
    } catch (DateTimeParseException e) {
      // it only looked like a date
      return iso;
    }
  }

  private static String instant(String iso, Language language) {
    try {
      return DateTimeFormatter.ofPattern(
              language == Language.EN ? "d MMM yyyy, HH:mm" : "d. MMM yyyy, HH.mm",
              language.locale())
          .format(OsloTime.dateTimeOf(Instant.parse(iso)));
    } catch (DateTimeParseException e) {
      return iso;
    }
  }
}
