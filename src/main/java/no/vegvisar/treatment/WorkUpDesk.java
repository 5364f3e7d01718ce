package no.vegvisar.treatment;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import no.vegvisar.casefile.CaseLedger;
import no.vegvisar.form.Submission;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.kernel.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What work-up finds out: whether there are children, and what the patient needs. */
@Service
@Transactional
class WorkUpDesk {

  private final NeedsRecords records;
  private final Children children;
  private final CaseLedger ledger;
  private final StoredLists lists;

  WorkUpDesk(NeedsRecords records, Children children, CaseLedger ledger, StoredLists lists) {
    this.records = records;
    this.children = children;
    this.ledger = ledger;
    this.lists = lists;
  }

  /** Nothing is "no" by default: who asked, and yes, no or unknown, is kept each time (hpl 10a). */
  List<Refusal> askAboutChildren(Submission form) {
    boolean yes = form.is("asked", "yes");
    List<Child.Named> named = new ArrayList<>();
    for (JsonNode row : form.rows("children")) {
      var child =
          new Child.Named(
              Rows.number(row, "birthYear"), Rows.word(row, "relation"), Rows.word(row, "lives"));
      if (child.birthYear() != null || child.relation() != null || child.lives() != null) {
        named.add(child);
      }
    }
    if (!yes && !named.isEmpty()) {
      return List.of(Refusal.of("treatment.refusal.children-and-not-yes").at("asked"));
    }
    children.asked(
        form.caseNo(),
        form.text("asked"),
        named,
        form.is("talked", "yes"),
        form.checked("contact"),
        form.by(),
        form.at());
    return List.of();
  }

  List<Refusal> mapNeeds(Submission form) {
    List<NeedsRecord.Instrument> instruments = new ArrayList<>();
    for (JsonNode row : form.rows("instruments")) {
      var instrument =
          new NeedsRecord.Instrument(
              Rows.word(row, "name"), Rows.number(row, "total"), Rows.day(row, "date"));
      if (instrument.name() == null && (instrument.total() != null || instrument.date() != null)) {
        return List.of(Refusal.of("treatment.refusal.instrument-name").at("instruments"));
      }
      if (instrument.name() != null) {
        instruments.add(instrument);
      }
    }
    CaseNo caseNo = form.caseNo();
    ledger.lock(caseNo);
    int no = of(caseNo).stream().findFirst().map(NeedsRecord::recordNo).orElse(0) + 1;
    records.save(
        NeedsRecord.mapped(
            caseNo,
            no,
            form.text("needs"),
            lists.write(instruments),
            form.text("doctorSeen"),
            form.text("suicideRisk"),
            form.text("driving"),
            form.text("interpreter"),
            form.by(),
            form.at()));
    ledger.append(
        caseNo,
        new TreatmentEvent.NeedsMapped(
            no,
            form.text("needs"),
            instruments,
            form.text("doctorSeen"),
            form.text("suicideRisk"),
            form.text("driving"),
            form.text("interpreter")));
    if (form.is("suicideRisk", "planned")) {
      ledger.append(caseNo, new TreatmentEvent.SuicideRiskPlanned(no));
    }
    return List.of();
  }

  /** Newest first. */
  List<NeedsRecord> of(CaseNo caseNo) {
    return records.findByCaseNoOrderByRecordNoDesc(caseNo.value());
  }

  List<NeedsRecord.Instrument> instruments(NeedsRecord needs) {
    return lists.read(needs.instrumentsJson(), NeedsRecord.Instrument.class);
  }
}
