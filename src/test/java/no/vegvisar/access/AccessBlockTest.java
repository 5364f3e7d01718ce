package no.vegvisar.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import no.vegvisar.access.AccessRules.Ground;
import no.vegvisar.access.CaseRelation.Kind;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.kernel.Refusal;
import no.vegvisar.organisation.Absences;
import no.vegvisar.organisation.Body;
import no.vegvisar.organisation.Organisations;
import no.vegvisar.organisation.Role;
import no.vegvisar.organisation.Unit;
import no.vegvisar.organisation.UserId;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

/**
 * A patient's block (pbrl 5-3) cuts through every tie but emergency access; what cannot be asked is
 * refused.
 */
class AccessBlockTest {

  private static final CaseNo CASE = CaseNo.parse("C26-4817302-8");
  private static final CaseRelation LIES =
      new CaseRelation(Kind.UNIT, null, null, "hmr", "vurdering", null, null, null);
  private static final CaseRelation EMERGENCY =
      new CaseRelation(Kind.SPECIAL, "me", null, null, null, "emergency", "e", null);

  private final Actor signer =
      new Actor(
          new UserId("me"), "Me", "hmr", Set.of(new Actor.Held(Role.SIGNER, "vurdering")), null);
  private final List<String> log = new ArrayList<>();

  @Test
  void without_a_block_the_case_opens_and_is_logged() {
    assertThat(
            access((actor, caseNo, thing) -> Optional.empty(), LIES)
                .open(CASE, Thing.CASE_SUMMARY, "overview")
                .allowed())
        .isTrue();
    assertThat(log).containsExactly("overview unit-role");
  }

  @Test
  void a_block_refuses_with_its_own_words_and_nothing_is_opened() {
    CaseAccess blocked =
        access((actor, caseNo, thing) -> Optional.of(Refusal.of("patient.refusal.blocked")), LIES);

    assertThat(blocked.decide(CASE, Thing.CASE_SUMMARY).refusal().key())
        .isEqualTo("patient.refusal.blocked");
    assertThatThrownBy(() -> blocked.open(CASE, Thing.CASE_SUMMARY, "overview"))
        .isInstanceOf(NoAccessException.class);
    assertThatThrownBy(() -> blocked.require(CASE, Thing.CASE_SUMMARY))
        .isInstanceOf(NoAccessException.class);
    assertThat(log).isEmpty();
  }

  @Test
  void emergency_access_alone_passes_a_block_and_stands_in_the_log_as_such() {
    CaseAccess blocked =
        access(
            (actor, caseNo, thing) -> Optional.of(Refusal.of("patient.refusal.blocked")),
            LIES,
            EMERGENCY);

    assertThat(blocked.open(CASE, Thing.CLINICAL_CONTENT, "assessment").purpose())
        .isEqualTo(Purpose.ETREAT);
    assertThat(blocked.decide(CASE, Thing.LETTER).allowed()).isFalse();
    assertThat(log).containsExactly("assessment emergency");
  }

  @Test
  void a_block_that_cannot_be_asked_for_opens_nothing() {
    CaseAccess broken =
        access(
            (actor, caseNo, thing) -> {
              throw new IllegalStateException("the register of blocks does not answer");
            },
            LIES);

    assertThatThrownBy(() -> broken.open(CASE, Thing.CASE_SUMMARY, "overview"))
        .isInstanceOf(IllegalStateException.class);
    assertThat(log).isEmpty();
  }

  @Test
  void nobody_in_particular_opens_nothing() {
    CaseAccess access =
        access(SignedInActor.NOBODY, (actor, caseNo, thing) -> Optional.empty(), LIES);

    assertThatThrownBy(() -> access.open(CASE, Thing.CASE_SUMMARY, "overview"))
        .isInstanceOf(NoAccessException.class);
  }

  private CaseAccess access(Restriction restriction, CaseRelation... ties) {
    return access(signer, restriction, ties);
  }

  private CaseAccess access(Actor actor, Restriction restriction, CaseRelation... ties) {
    var beans = new StaticListableBeanFactory();
    beans.addBean("restriction", restriction);
    return new GuardedCaseAccess(
        new Fixed(actor),
        new Ties(List.of(ties)),
        new Log(),
        beans.getBeanProvider(Restriction.class),
        mock(Absences.class),
        new NoUnits());
  }

  private record Fixed(Actor get) implements CurrentActor {
    @Override
    public <T> T as(Actor actor, Supplier<T> work) {
      return work.get();
    }
  }

  private static final class Ties extends StoredRelations {
    private final List<CaseRelation> ties;

    Ties(List<CaseRelation> ties) {
      super(null, null);
      this.ties = ties;
    }

    @Override
    List<CaseRelation> of(CaseNo caseNo) {
      return ties;
    }
  }

  private final class Log extends StoredReadLog {
    Log() {
      super(null, null, null);
    }

    @Override
    void write(Actor reader, Ground ground, CaseNo caseNo, Thing thing, String what) {
      log.add(what + " " + ground.word());
    }
  }

  private static final class NoUnits implements Organisations {
    @Override
    public Optional<Body> body(String key) {
      return Optional.empty();
    }

    @Override
    public Optional<Unit> unit(String key) {
      return Optional.empty();
    }

    @Override
    public List<Unit> unitsOf(String body) {
      return List.of();
    }

    @Override
    public Optional<String> circleOf(String unit) {
      return Optional.empty();
    }
  }
}
