package no.vegvisar.organisation;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import no.vegvisar.kernel.Language;

@Entity
@Table(name = "user_account")
class UserAccount {

  @Id private String id;

  @Column(nullable = false)
  private String userName;

  @Column(nullable = false)
  private String displayName;

  @Column(nullable = false)
  private String body;

  private String language;
  private String passwordHash;
  private String hprNumber;

  @Version private Long version;

  @OneToMany(fetch = FetchType.EAGER, cascade = CascadeType.PERSIST)
  @JoinColumn(name = "user_id", nullable = false)
  @OrderBy("fromDate, id")
  private List<GrantRecord> grants = new ArrayList<>();

  protected UserAccount() {}

  static UserAccount of(
      UserId id, String userName, String displayName, String body, String passwordHash) {
    var row = new UserAccount();
    row.id = id.value();
    row.userName = userName;
    row.displayName = displayName;
    row.body = body;
    row.passwordHash = passwordHash;
    return row;
  }

  User toUser() {
    return new User(
        id(),
        userName,
        displayName,
        body,
        language == null ? null : Language.ofCode(language),
        grants.stream().map(GrantRecord::toGrant).toList());
  }

  UserId id() {
    return new UserId(id);
  }

  String displayName() {
    return displayName;
  }

  Optional<String> passwordHash() {
    return Optional.ofNullable(passwordHash);
  }

  Optional<String> hprNumber() {
    return Optional.ofNullable(hprNumber);
  }

  void holdsNumber(String number) {
    hprNumber = number;
  }

  void choose(Language chosen) {
    language = chosen.code();
  }

  void add(GrantRecord grant) {
    grants.add(grant);
  }

  Optional<GrantRecord> grant(Role role, String unit, LocalDate day) {
    return grants.stream().filter(g -> g.is(role, unit) && g.toGrant().holdsOn(day)).findFirst();
  }
}
