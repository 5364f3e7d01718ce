package no.vegvisar.assessment;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.vegvisar.engine.DecisionTables;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.kernel.LocalText;
import no.vegvisar.patient.Patients;
import no.vegvisar.referral.ReferralRecord;
import no.vegvisar.referral.ReferralRecords;
import org.springframework.stereotype.Component;

/**
 * Which clinic is nearest to where the patient stays (S6): {@code near-home.dmn} looked up with the
 * post code of the stay, else of the home. A protected address is neither shown nor looked up; a
 * client address is an institution's and no home.
 */
@Component
class NearHome {

  private static final Pattern POSTCODE = Pattern.compile("(?<!\\d)(\\d{4})\\s+\\p{L}");
  private static final Map<String, String> CLINICS =
      Map.of("aalesund", "ålesund", "molde", "molde");

  private final ReferralRecords referrals;
  private final Patients patients;
  private final DecisionTables tables;

  NearHome(ReferralRecords referrals, Patients patients, DecisionTables tables) {
    this.referrals = referrals;
    this.patients = patients;
    this.tables = tables;
  }

  /**
   * @param lives as the referral tells, or null
   * @param stays where the patient is now when that is elsewhere, or null
   * @param homeless whether the referral says so
   * @param kept whether the address is protected, so that nothing of it is shown
   * @param nearest aalesund or molde; null when neither is near or no post code was told
   * @param words the row of the table, or null without a post code
   */
  record Home(
      String lives, String stays, boolean homeless, boolean kept, String nearest, LocalText words) {

    private static final Home UNKNOWN = new Home(null, null, false, false, null, null);

    /** Whether these words name the other of the two clinics, the one farther away. */
    boolean fartherThanNeeded(String place) {
      if (nearest == null || place == null) {
        return false;
      }
      String plain = place.toLowerCase(Locale.ROOT);
      return !plain.contains(CLINICS.get(nearest))
          && CLINICS.values().stream().anyMatch(plain::contains);
    }
  }

  Home of(CaseNo caseNo) {
    return referrals.find(caseNo).map(this::of).orElse(Home.UNKNOWN);
  }

  private Home of(ReferralRecord referral) {
    Patients.Protection protection = patients.get(referral.personId()).protection();
    if (protection.hidesAddress()) {
      return new Home(null, null, false, true, null, null);
    }
    String lives = told(referral, "homeAddress");
    String stays = told(referral, "stayAddress");
    boolean homeless = "homeless".equals(told(referral, "housing"));
    boolean atHome = !homeless && protection != Patients.Protection.CLIENT_ADDRESS;
    return postcode(stays)
        .or(() -> stays == null && atHome ? postcode(lives) : Optional.empty())
        .map(code -> lookedUp(code, lives, stays, homeless))
        .orElseGet(() -> new Home(lives, stays, homeless, false, null, null));
  }

  private Home lookedUp(int postcode, String lives, String stays, boolean homeless) {
    Map<String, Object> row =
        tables.evaluate("near-home", new HashMap<>(Map.of("postcode", postcode))).rows().get(0);
    return new Home(
        lives,
        stays,
        homeless,
        false,
        CLINICS.containsKey(String.valueOf(row.get("place"))) ? (String) row.get("place") : null,
        new LocalText(
            String.valueOf(row.get("row")), (String) row.get("rowNn"), (String) row.get("rowNb")));
  }

  /** The last post code of an address in free words; a house number is not followed by a name. */
  private static Optional<Integer> postcode(String address) {
    Optional<Integer> last = Optional.empty();
    if (address != null) {
      Matcher found = POSTCODE.matcher(address);
      while (found.find()) {
        last = Optional.of(Integer.valueOf(found.group(1)));
      }
    }
    return last;
  }

  private static String told(ReferralRecord referral, String item) {
    String text = referral.answers().path(item).asText("").strip();
    return text.isEmpty() ? null : text;
  }
}
