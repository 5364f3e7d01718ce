package no.vegvisar;

import no.vegvisar.kernel.MovableClock;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/** The engine's clock is static: a test that moved it must not leave it so. */
class ClockExtension implements AfterEachCallback {

  @Override
  public void afterEach(ExtensionContext context) {
    SpringExtension.getApplicationContext(context).getBean(MovableClock.class).release();
  }
}
