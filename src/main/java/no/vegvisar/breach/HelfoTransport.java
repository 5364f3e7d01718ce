package no.vegvisar.breach;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import no.vegvisar.casefile.CaseDuties;
import no.vegvisar.casefile.CaseFiles;
import no.vegvisar.correspondence.FileSink;
import no.vegvisar.correspondence.Outbox;
import no.vegvisar.correspondence.Outbox.Item;
import no.vegvisar.organisation.Role;
import no.vegvisar.patient.Patients;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * To Helfo: what the notice holds is put together as it leaves and laid where the portal's sender
 * takes it, so that no name lies in the outbox. The least that is needed: who, deadline, code; why
 * nothing more is needed is not said.
 */
@Component
class HelfoTransport implements Outbox.Transport {

  static final String NAME = "helfo";
  static final String NOTICE = "notice";
  static final String PLACE_FOUND = "placeFound";
  static final String NO_LONGER_NEEDED = "noLongerNeeded";

  private final FileSink sink;
  private final CaseFiles cases;
  private final Patients patients;
  private final CaseDuties work;
  // asked late: the desk's own sending needs the outbox
  private final ObjectProvider<BreachDesk> desk;
  private final ObjectProvider<BreachSending> sending;

  HelfoTransport(
      FileSink sink,
      CaseFiles cases,
      Patients patients,
      CaseDuties work,
      ObjectProvider<BreachDesk> desk,
      ObjectProvider<BreachSending> sending) {
    this.sink = sink;
    this.cases = cases;
    this.patients = patients;
    this.work = work;
    this.desk = desk;
    this.sending = sending;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public boolean deduplicates() {
    return true;
  }

  /** Nobody is asked to look for a place in vain; that nothing more is needed goes always. */
  @Override
  public Optional<String> hold(Item item) {
    if (!item.payload().equals(NOTICE)) {
      return Optional.empty();
    }
    if (person(item).diedOn() != null) {
      return Optional.of("died");
    }
    return stopped(item);
  }

  @Override
  public void send(UUID rowId, Item item) throws IOException {
    DeadlineBreach breach = desk.getObject().find(item.subjectId()).orElseThrow();
    Patients.Person person = person(item);
    String notice =
        String.join(
            "\n",
            "message: " + item.payload(),
            "code: " + breach.code(),
            "case: " + item.caseNo().value(),
            "name: " + person.name(),
            "id: " + (person.nationalId() == null ? "" : person.nationalId()),
            "deadline: " + breach.deadline(),
            "");
    sink.lay(rowId, "helfo.txt", notice.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public void sent(UUID rowId, Item item) {
    desk.getObject().helfoTold(item.subjectId(), item.payload());
    if (item.payload().equals(NOTICE) && stopped(item).isPresent()) {
      // it was leaving when the case stopped
      sending.getObject().callOffHelfo(item.subjectId());
    }
  }

  @Override
  public void gaveUp(UUID rowId, Item item) {
    work.owed(
        new CaseDuties.Duty(
            "helfo-failed",
            item.caseNo(),
            Role.UNIT_LEAD,
            null,
            "breach.failed.title",
            null,
            "/cases/" + item.caseNo() + "/breach",
            failed(rowId),
            false));
  }

  /** Key of what the unit leader owes when this row did not leave. */
  static String failed(UUID rowId) {
    return "helfo-failed:" + rowId;
  }

  /** Why the breach has ended with its case; empty when it has not. */
  private Optional<String> stopped(Item item) {
    return desk.getObject()
        .find(item.subjectId())
        .filter(b -> b.state() == DeadlineBreach.State.STOPPED)
        .map(DeadlineBreach::stopCause);
  }

  private Patients.Person person(Item item) {
    return patients.get(cases.get(item.caseNo()).personId());
  }
}
