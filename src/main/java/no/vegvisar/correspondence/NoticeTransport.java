package no.vegvisar.correspondence;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import no.vegvisar.correspondence.Outbox.Item;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * A neutral notice, "something waits": the words tell neither clinic nor patient (pathway-facts
 * §6). Like SMS it knows no keys, so an interrupted one is uncertain and a person decides.
 */
@Component
class NoticeTransport implements Outbox.Transport {

  static final String WORDS =
      """
      Det ligg noko til deg i Vegvisar. Logg inn for å lese.
      Det ligger noe til deg i Vegvisar. Logg inn for å lese.
      Something waits for you in Vegvisar. Sign in to read it.
      """;

  private final FileSink sink;
  private final ObjectProvider<LetterDesk> desk;

  NoticeTransport(FileSink sink, ObjectProvider<LetterDesk> desk) {
    this.sink = sink;
    this.desk = desk;
  }

  @Override
  public String name() {
    return "notice";
  }

  @Override
  public boolean deduplicates() {
    return false;
  }

  @Override
  public void send(UUID rowId, Item item) throws IOException {
    sink.lay(rowId, "notice.txt", WORDS.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public void sent(UUID rowId, Item item) {
    PostTransport.letter(item).ifPresent(id -> desk.getObject().left(id, rowId));
  }

  @Override
  public void gaveUp(UUID rowId, Item item) {
    PostTransport.letter(item).ifPresent(desk.getObject()::failed);
  }
}
