package no.vegvisar.correspondence;

import java.util.List;
import java.util.UUID;
import no.vegvisar.document.Documents;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What goes by post: a letter as it was written. One that came back and is sent to a new address
 * lies behind a sheet that bears it, as a sent letter is never written anew.
 */
@Component
@Transactional(readOnly = true)
class Envelopes {

  private final LetterRows letters;
  private final LetterPaper paper;
  private final Documents documents;
  private final JdbcClient jdbc;

  Envelopes(LetterRows letters, LetterPaper paper, Documents documents, JdbcClient jdbc) {
    this.letters = letters;
    this.paper = paper;
    this.documents = documents;
    this.jdbc = jdbc;
  }

  /** The pages in the order they are read, address first. */
  byte[] of(UUID letterId) {
    LetterEntity row =
        letters
            .findById(letterId)
            .orElseThrow(() -> new IllegalStateException("no letter " + letterId));
    Letters.Letter letter = row.view();
    byte[] written = documents.content(letter.documentId());
    return sentAgain(letter)
        ? paper
            .addressSheet(letter, row.senderUnit())
            .map(sheet -> Binder.joined(List.of(sheet, written)))
            .orElse(written)
        : written;
  }

  /** Once it has come back from the new address too, that sheet is of no use. */
  private boolean sentAgain(Letters.Letter letter) {
    return letter.state() != Letters.State.RETURNED
        && jdbc.sql("select exists (select from letter_told where letter_id = ? and how = ?)")
            .params(letter.id(), ReturnedLetters.How.SENT_AGAIN.code())
            .query(Boolean.class)
            .single();
  }
}
