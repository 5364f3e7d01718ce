package no.vegvisar.correspondence;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import no.vegvisar.correspondence.Outbox.Item;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Post: the PDF laid where the print room takes it. The row's id names the file, so a repeat
 * changes nothing.
 */
@Component
class PostTransport implements Outbox.Transport {

  private final FileSink sink;
  private final ObjectProvider<LetterDesk> desk;

  PostTransport(FileSink sink, ObjectProvider<LetterDesk> desk) {
    this.sink = sink;
    this.desk = desk;
  }

  @Override
  public String name() {
    return "post";
  }

  @Override
  public boolean deduplicates() {
    return true;
  }

  @Override
  public Optional<String> hold(Item item) {
    return letter(item).flatMap(id -> desk.getObject().holdingReason(id));
  }

  @Override
  public void send(UUID rowId, Item item) throws IOException {
    Optional<UUID> letter = letter(item);
    if (letter.isPresent()) {
      sink.lay(rowId, "pdf", desk.getObject().pdfOf(letter.get()));
    } else {
      sink.lay(rowId, "txt", item.payload().getBytes(StandardCharsets.UTF_8));
    }
  }

  @Override
  public void sent(UUID rowId, Item item) {
    letter(item).ifPresent(id -> desk.getObject().left(id, rowId));
  }

  @Override
  public void held(UUID rowId, Item item, String why) {
    letter(item).ifPresent(id -> desk.getObject().held(id, why));
  }

  @Override
  public void gaveUp(UUID rowId, Item item) {
    letter(item).ifPresent(desk.getObject()::failed);
  }

  static Optional<UUID> letter(Item item) {
    return item.payload().equals("letter")
        ? Optional.of(UUID.fromString(item.subjectId()))
        : Optional.empty();
  }
}
