package no.vegvisar.patient;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import no.vegvisar.access.Thing;

/**
 * Whom the patient keeps out of what (pbrl 5-3). Belongs to the person and so holds in all their
 * cases of that body.
 */
public interface AccessBlocks {

  /** Who is kept out. */
  enum Target {
    USER,
    UNIT,
    BODY
  }

  /**
   * @param thing null: everything
   */
  record Block(UUID id, UUID personId, Target kind, String target, Thing thing, Instant since) {}

  /**
   * @param thing null: everything
   */
  UUID block(UUID personId, Target kind, String target, Thing thing);

  /** Ends a block; nothing when it had ended already. */
  void lift(UUID blockId);

  /** Blocks that hold now. */
  List<Block> of(UUID personId);
}
