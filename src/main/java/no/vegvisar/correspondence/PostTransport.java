package no.vegvisar.correspondence;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import no.vegvisar.correspondence.Outbox.Item;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Post: the PDF laid where the print service takes it, or, where people post by hand, in their
 * queue. The row's id names the file, so a repeat changes nothing.
 */
@Component
class PostTransport implements Outbox.Transport {

  private final FileSink sink;
  private final PostMode mode;
  private final PostHolds holds;
  private final Envelopes envelopes;
  private final ObjectProvider<LetterDesk> desk;
  private final ObjectProvider<PostSlips> slips;

  PostTransport(
      FileSink sink,
      PostMode mode,
      PostHolds holds,
      Envelopes envelopes,
      ObjectProvider<LetterDesk> desk,
      ObjectProvider<PostSlips> slips) {
    this.sink = sink;
    this.mode = mode;
    this.holds = holds;
    this.envelopes = envelopes;
    this.desk = desk;
    this.slips = slips;
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
    return letter(item).flatMap(id -> holds.of(id));
  }

  @Override
  public void send(UUID rowId, Item item) throws IOException {
    if (mode.byHand(item.caseNo())) {
      return;
    }
    Optional<UUID> letter = letter(item);
    if (letter.isPresent()) {
      sink.lay(rowId, "pdf", envelopes.of(letter.get()));
    } else {
      sink.lay(rowId, "txt", item.payload().getBytes(StandardCharsets.UTF_8));
    }
  }

  @Override
  public void sent(UUID rowId, Item item) {
    boolean byHand = mode.byHand(item.caseNo());
    letter(item)
        .ifPresentOrElse(
            id -> {
              if (byHand) {
                desk.getObject().toBePosted(id);
              } else {
                desk.getObject().left(id, rowId);
              }
            },
            () -> {
              if (byHand) {
                slips.getObject().lies(rowId, item.caseNo(), item.subjectId());
              }
            });
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
