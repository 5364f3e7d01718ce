package no.vegvisar.referral;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import no.vegvisar.form.Submission;

/**
 * What a referral is about; each kind has a form of its own and all go to the same desk under the
 * same deadline (S9, S28, S38, S65). On paper or by phone intake says which it is.
 */
public enum ReferralKind {
  ORDINARY("ordinary", "refer-patient"),
  /** Made jointly by patient, municipality and GP; a missing party is a warning (C2). */
  LAR("lar", "refer-lar"),
  /** A case in the relative's own name; it names nobody else (S105–S110). */
  NEXT_OF_KIN("nextOfKin", "refer-next-of-kin");

  /** The wider of the two lists (S107, S110). */
  private static final Set<ReferrerKind> REFER_KIN =
      EnumSet.of(
          ReferrerKind.GP,
          ReferrerKind.OCCUPATIONAL_HEALTH,
          ReferrerKind.NAV,
          ReferrerKind.OTHER_ENTITLED);

  /** Where intake says the kind of what came on paper or by phone. */
  public static final String FIELD = "referralKind";

  private final String word;
  private final String formId;

  ReferralKind(String word, String formId) {
    this.word = word;
    this.formId = formId;
  }

  /** As in {@code referral-routing.dmn}, in addresses and in message keys. */
  public String word() {
    return word;
  }

  public String formId() {
    return formId;
  }

  /** Where a draft of this kind is written on. */
  public String hrefOf(UUID draft) {
    return "/referrals/new?" + (this == ORDINARY ? "" : "form=" + word + "&") + "draft=" + draft;
  }

  /** The kind with this word; the ordinary one for anything else. */
  public static ReferralKind ofWord(String word) {
    return find(kind -> kind.word.equals(word)).orElse(ORDINARY);
  }

  /** The kind with this form; the ordinary one for anything else. */
  public static ReferralKind ofForm(String formId) {
    return find(kind -> kind.formId.equals(formId)).orElse(ORDINARY);
  }

  /** By the form it was sent on, or as intake noted it; the ordinary one when nobody said. */
  static ReferralKind of(Submission sent) {
    return sent.formId().equals(PaperReferrals.FORM)
        ? ofWord(sent.text(FIELD))
        : ofForm(sent.formId());
  }

  /** Whether its form lets somebody say that this is what they refer as. */
  boolean offers(ReferrerKind sender) {
    return switch (this) {
      case NEXT_OF_KIN -> REFER_KIN.contains(sender);
      case LAR -> sender != ReferrerKind.ANY_OTHER && sender != ReferrerKind.OCCUPATIONAL_HEALTH;
      case ORDINARY -> sender != ReferrerKind.ANY_OTHER;
    };
  }

  public static List<String> forms() {
    return Arrays.stream(values()).map(ReferralKind::formId).toList();
  }

  private static Optional<ReferralKind> find(java.util.function.Predicate<ReferralKind> which) {
    return Arrays.stream(values()).filter(which).findFirst();
  }
}
