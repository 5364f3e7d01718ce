package no.vegvisar.correspondence;

import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import no.vegvisar.correspondence.Outbox.Item;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * The patient's digital mailbox, as files for the one who delivers there; held back for the same
 * reasons as post.
 */
@Component
class DigitalMailboxTransport implements Outbox.Transport {

  static final String NAME = "digital";

  private final PostTransport post;
  private final FileSink sink;
  private final ObjectProvider<LetterDesk> desk;

  DigitalMailboxTransport(PostTransport post, FileSink sink, ObjectProvider<LetterDesk> desk) {
    this.post = post;
    this.sink = sink;
    this.desk = desk;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public boolean deduplicates() {
    return true;
  }

  @Override
  public Optional<String> hold(Item item) {
    return post.hold(item);
  }

  @Override
  public void send(UUID rowId, Item item) throws IOException {
    UUID letter = PostTransport.letter(item).orElseThrow();
    sink.lay(rowId, "mailbox.pdf", desk.getObject().pdfOf(letter));
  }

  @Override
  public void sent(UUID rowId, Item item) {
    PostTransport.letter(item).ifPresent(id -> desk.getObject().left(id, rowId));
  }

  @Override
  public void held(UUID rowId, Item item, String why) {
    post.held(rowId, item, why);
  }

  @Override
  public void gaveUp(UUID rowId, Item item) {
    post.gaveUp(rowId, item);
  }
}
