package no.vegvisar.complaint;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import no.vegvisar.access.Thing;
import no.vegvisar.casefile.CaseLedger;
import no.vegvisar.correspondence.Enclosure;
import no.vegvisar.correspondence.Letters;
import no.vegvisar.document.Documents;
import no.vegvisar.document.Documents.Document;
import no.vegvisar.kernel.Language;
import no.vegvisar.kernel.OsloTime;
import no.vegvisar.referral.ReferralSheets;
import no.vegvisar.ui.FactView;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * The papers of a complaint: what was handed in with it, and what the County Governor gets. Usually
 * that is the complaint with its papers, the decision as it was sent, the referral as it came with
 * what lay with it, and the own review (pbrl 7-2, fvl 33).
 */
@Component
class ComplaintPapers {

  /** The referral as its sender filled it in: no file, so it is written out. */
  static final String REFERRAL = "referral";

  private final Documents documents;
  private final Letters letters;
  private final CaseLedger ledger;
  private final ReferralSheets referrals;
  private final ComplaintFacts facts;
  private final MessageSource messages;

  ComplaintPapers(
      Documents documents,
      Letters letters,
      CaseLedger ledger,
      ReferralSheets referrals,
      ComplaintFacts facts,
      MessageSource messages) {
    this.documents = documents;
    this.letters = letters;
    this.ledger = ledger;
    this.referrals = referrals;
    this.facts = facts;
    this.messages = messages;
  }

  /** Files that were handed in with the complaint, oldest first. */
  List<UUID> handedIn(Complaint complaint) {
    return ledger.entries(complaint.caseNo()).stream()
        .map(e -> e.event() instanceof ComplaintEvent.PaperAdded p ? p : null)
        .filter(p -> p != null && p.complaintId().equals(complaint.id().toString()))
        .map(p -> UUID.fromString(p.documentId()))
        .toList();
  }

  /** All that may go along, by id, in the order it would; with a title and the day it came. */
  Map<String, String> choices(Complaint complaint, Language language) {
    Map<String, String> choices = new LinkedHashMap<>();
    Map<String, Document> files = files(complaint);
    for (String id : ordered(complaint, files)) {
      choices.put(
          id,
          id.equals(REFERRAL)
              ? message("complaint.enclosure.referral", language)
              : title(files.get(id), language));
    }
    return choices;
  }

  /** What goes unless somebody says why not. */
  Set<String> usual(Complaint complaint) {
    Set<String> usual = new LinkedHashSet<>();
    handedIn(complaint).forEach(id -> usual.add(id.toString()));
    decisions(complaint).forEach(id -> usual.add(id.toString()));
    if (referrals.ofCase(complaint.caseNo(), Language.NN).isPresent()) {
      usual.add(REFERRAL);
    }
    documents.ofCase(complaint.caseNo()).stream()
        .filter(d -> d.thing() == Thing.REFERRAL)
        .forEach(d -> usual.add(d.id().toString()));
    return usual;
  }

  /** What goes along with the letter to the County Governor, in order. */
  List<Enclosure> enclosures(Complaint complaint, Review review, Language language) {
    List<Enclosure> enclosures = new ArrayList<>();
    enclosures.add(
        sheet("complaint.enclosure.complaint", facts.taken(complaint, true, language), language));
    Map<String, Document> files = files(complaint);
    for (String id : ordered(complaint, files)) {
      if (review.documents().contains(id)) {
        enclosures.add(
            id.equals(REFERRAL)
                ? sheet(
                    "complaint.enclosure.referral",
                    referrals.ofCase(complaint.caseNo(), language).orElseThrow(),
                    language)
                : paper(files.get(id), language));
      }
    }
    enclosures.add(sheet("complaint.enclosure.review", facts.review(review, language), language));
    return enclosures;
  }

  private Set<String> ordered(Complaint complaint, Map<String, Document> files) {
    Set<String> ordered = usual(complaint);
    ordered.addAll(files.keySet());
    return ordered;
  }

  private Map<String, Document> files(Complaint complaint) {
    return documents.ofCase(complaint.caseNo()).stream()
        .collect(
            Collectors.toMap(
                d -> d.id().toString(), d -> d, (one, other) -> one, LinkedHashMap::new));
  }

  /** The decision as the patient got it; what replaced it, and what was replaced, went out too. */
  private List<UUID> decisions(Complaint complaint) {
    return letters.ofCase(complaint.caseNo()).stream()
        .filter(l -> l.to() == Letters.To.PATIENT && l.template().startsWith("decision-"))
        .filter(l -> l.sentAt() != null || l.state() == Letters.State.TOLD_OTHERWISE)
        .map(Letters.Letter::documentId)
        .toList();
  }

  private Enclosure paper(Document file, Language language) {
    return new Enclosure.Paper(title(file, language), file.id(), OsloTime.dateOf(file.at()));
  }

  private Enclosure sheet(String key, List<FactView> rows, Language language) {
    return new Enclosure.Sheet(message(key, language), rows);
  }

  private String title(Document file, Language language) {
    String stem = file.name().replaceFirst("\\.[a-z]+$", "");
    String known =
        Optional.ofNullable(
                messages.getMessage(
                    "correspondence.template." + stem, null, null, language.locale()))
            .orElse(stem);
    return known + ", " + language.day(file.at());
  }

  private String message(String key, Language language) {
    return messages.getMessage(key, null, language.locale());
  }
}
