package no.vegvisar.organisation;

import java.text.Collator;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import no.vegvisar.kernel.Language;
import no.vegvisar.kernel.OsloTime;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional(readOnly = true)
class RegisteredUsers implements Users, Passwords {

  private static final Locale ORDER = Locale.forLanguageTag("nb-NO");

  private final UserAccounts accounts;
  private final Clock clock;

  RegisteredUsers(UserAccounts accounts, Clock clock) {
    this.accounts = accounts;
    this.clock = clock;
  }

  @Override
  public Optional<User> byId(UserId id) {
    return accounts.findById(id.value()).map(UserAccount::toUser);
  }

  @Override
  public Optional<User> byUserName(String userName) {
    return userName == null
        ? Optional.empty()
        : accounts
            .findByUserName(userName.strip().toLowerCase(Locale.ROOT))
            .map(UserAccount::toUser);
  }

  @Override
  public List<User> holders(Role role, String unit) {
    LocalDate today = OsloTime.dateOf(clock.instant());
    return accounts.holders(role.code(), unit, today).stream()
        .map(UserAccount::toUser)
        .sorted(
            Comparator.comparing(User::displayName, Collator.getInstance(ORDER))
                .thenComparing(u -> u.id().value()))
        .toList();
  }

  @Override
  public String displayName(UserId id) {
    return accounts.findById(id.value()).map(UserAccount::displayName).orElse(id.value());
  }

  @Override
  public Optional<String> healthPersonnelNumber(UserId id) {
    return accounts.findById(id.value()).flatMap(UserAccount::hprNumber);
  }

  @Override
  @Transactional
  public void chooseLanguage(UserId id, Language language) {
    accounts.findById(id.value()).ifPresent(account -> account.choose(language));
  }

  @Override
  public Optional<String> hashOf(UserId id) {
    return accounts.findById(id.value()).flatMap(UserAccount::passwordHash);
  }
}
