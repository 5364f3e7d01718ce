package no.vegvisar.casefile.web;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import no.vegvisar.access.CaseAccess;
import no.vegvisar.access.Thing;
import no.vegvisar.casefile.CaseLedger;
import no.vegvisar.casefile.EventWords;
import no.vegvisar.casefile.LedgerEntry;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.kernel.Language;
import no.vegvisar.ui.EventView;
import org.springframework.stereotype.Component;

/** Entries of the ledger that the reader may see, newest first. */
@Component
class Timeline {

  private final CaseLedger ledger;
  private final CaseAccess access;
  private final EventWords words;

  Timeline(CaseLedger ledger, CaseAccess access, EventWords words) {
    this.ledger = ledger;
    this.access = access;
    this.words = words;
  }

  List<LedgerEntry> visible(CaseNo caseNo) {
    Map<Thing, Boolean> may = new EnumMap<>(Thing.class);
    List<LedgerEntry> entries = new ArrayList<>();
    for (LedgerEntry entry : ledger.entries(caseNo)) {
      if (may.computeIfAbsent(entry.thing(), thing -> access.decide(caseNo, thing).content())) {
        entries.add(entry);
      }
    }
    Collections.reverse(entries);
    return entries;
  }

  List<EventView> latest(CaseNo caseNo, int most, Language language) {
    return visible(caseNo).stream().limit(most).map(e -> words.view(e, language)).toList();
  }

  EventView view(LedgerEntry entry, Language language) {
    return words.view(entry, language);
  }
}
