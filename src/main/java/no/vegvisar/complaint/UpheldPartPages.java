package no.vegvisar.complaint;

import java.util.List;
import java.util.UUID;
import no.vegvisar.casefile.CaseFiles;
import no.vegvisar.complaint.web.UpheldPartView;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.kernel.Language;
import no.vegvisar.kernel.Refusal;
import no.vegvisar.ui.ProblemView;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The page of what was upheld in part, for who carries it out. */
@Service
@Transactional
public class UpheldPartPages {

  private final UpheldParts parts;
  private final CounterPages counter;
  private final CaseFiles cases;
  private final MessageSource messages;

  UpheldPartPages(
      UpheldParts parts, CounterPages counter, CaseFiles cases, MessageSource messages) {
    this.parts = parts;
    this.counter = counter;
    this.cases = cases;
    this.messages = messages;
  }

  /** What is to be done; the look is logged. */
  public UpheldPartView open(CaseNo caseNo, UUID id, Language language) {
    return view(parts.open(caseNo, id), "", List.of(), language);
  }

  /** The same after a refusal, with what was typed. */
  public UpheldPartView again(
      CaseNo caseNo, UUID id, String done, List<Refusal> refusals, Language language) {
    return view(parts.mine(caseNo, id), done, refusals, language);
  }

  private UpheldPartView view(
      Complaint complaint, String done, List<Refusal> refusals, Language language) {
    CaseNo caseNo = complaint.caseNo();
    return new UpheldPartView(
        counter.banner(cases.get(caseNo), language),
        parts.home(caseNo),
        UpheldParts.link(complaint),
        complaint.partWords(),
        complaint.partDone(),
        done,
        ProblemView.of(refusals, messages, language.locale()));
  }
}
