package no.vegvisar.referral;

import java.util.ArrayList;
import java.util.List;

/**
 * A sender without a user here, as it stood on the paper or was said on the phone: answers go by
 * post.
 *
 * @param name or null
 * @param office body, clinic or service, or null
 * @param address lines of the postal address as typed, or null
 * @param phone or null
 */
public record PostalSender(String name, String office, String address, String phone) {

  /** First line of the letter; null when neither person nor office is known. */
  public String recipient() {
    return name == null ? office : name;
  }

  /** What stands below the name; empty while nobody knows where the sender lives. */
  public List<String> addressLines() {
    if (address == null) {
      return List.of();
    }
    List<String> lines = new ArrayList<>();
    if (name != null && office != null) {
      lines.add(office);
    }
    address.lines().map(String::strip).filter(line -> !line.isEmpty()).forEach(lines::add);
    return List.copyOf(lines);
  }
}
