package no.vegvisar.coordination;

import no.vegvisar.kernel.CaseNo;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the newest wording of what the municipality is to be asked. */
@Service
@Transactional
class WishDesk implements Wishes {

  private final WishRows wishes;

  WishDesk(WishRows wishes) {
    this.wishes = wishes;
  }

  @Override
  public void followUpAsked(CaseNo caseNo, String words) {
    WishEntity wish = wish(caseNo);
    wish.followUpAsked = words;
    wishes.save(wish);
  }

  @Override
  public void handoverText(CaseNo caseNo, String words) {
    WishEntity wish = wish(caseNo);
    wish.handoverText = words;
    wishes.save(wish);
  }

  String followUpAsked(CaseNo caseNo) {
    return wishes.findById(caseNo.value()).map(w -> w.followUpAsked).orElse("");
  }

  String handoverText(CaseNo caseNo) {
    return wishes.findById(caseNo.value()).map(w -> w.handoverText).orElse("");
  }

  private WishEntity wish(CaseNo caseNo) {
    return wishes
        .findById(caseNo.value())
        .orElseGet(
            () -> {
              var wish = new WishEntity();
              wish.caseNo = caseNo.value();
              return wish;
            });
  }
}
