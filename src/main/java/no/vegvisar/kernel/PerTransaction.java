package no.vegvisar.kernel;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Something that each transaction keeps for itself: begun when it is first asked for, out of reach
 * while another transaction runs inside, forgotten when its own ends, however it ends.
 */
public final class PerTransaction<T> {

  private final Class<T> type;
  private final Supplier<T> begin;
  private final Consumer<T> beforeCommit;

  public PerTransaction(Class<T> type, Supplier<T> begin) {
    this(type, begin, kept -> {});
  }

  /**
   * @param beforeCommit what is done with it as the last thing in the transaction; not when that is
   *     rolled back
   */
  public PerTransaction(Class<T> type, Supplier<T> begin, Consumer<T> beforeCommit) {
    this.type = type;
    this.begin = begin;
    this.beforeCommit = beforeCommit;
  }

  /** That of the transaction that is under way, begun now if need be. */
  public T get() {
    return find().orElseGet(this::bind);
  }

  /** That of the transaction that is under way; empty when it was not asked for yet. */
  public Optional<T> find() {
    return Optional.ofNullable(type.cast(TransactionSynchronizationManager.getResource(this)));
  }

  private T bind() {
    T kept = begin.get();
    TransactionSynchronizationManager.bindResource(this, kept);
    TransactionSynchronizationManager.registerSynchronization(new Span(kept));
    return kept;
  }

  private final class Span implements TransactionSynchronization {

    private final T kept;

    Span(T kept) {
      this.kept = kept;
    }

    @Override
    public void beforeCommit(boolean readOnly) {
      beforeCommit.accept(kept);
    }

    @Override
    public void suspend() {
      TransactionSynchronizationManager.unbindResourceIfPossible(PerTransaction.this);
    }

    @Override
    public void resume() {
      TransactionSynchronizationManager.bindResource(PerTransaction.this, kept);
    }

    @Override
    public void beforeCompletion() {
      TransactionSynchronizationManager.unbindResourceIfPossible(PerTransaction.this);
    }
  }
}
