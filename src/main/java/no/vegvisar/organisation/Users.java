package no.vegvisar.organisation;

import java.util.List;
import java.util.Optional;
import no.vegvisar.kernel.Language;

/** The register of those who can sign in. */
public interface Users {

  Optional<User> byId(UserId id);

  Optional<User> byUserName(String userName);

  /** Those who hold the role in the unit today, by display name. */
  List<User> holders(Role role, String unit);

  /** What to call this user on a page; the id itself for one unknown, never null. */
  String displayName(UserId id);

  /** The user's number in the register of health personnel; empty for one without. */
  Optional<String> healthPersonnelNumber(UserId id);

  /** Remembers what the user wants to read (decisions 32); an unknown user is passed over. */
  void chooseLanguage(UserId id, Language language);
}
