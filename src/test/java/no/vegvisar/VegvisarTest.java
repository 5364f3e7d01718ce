package no.vegvisar;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ActiveProfiles;

/**
 * A test against the one started application: real engine, real PostgreSQL, a real port. Job
 * executor and dispatcher are off: {@link Harness} moves time, runs what is due and empties the
 * outbox by hand. Tests keep apart by case number; nothing is truncated, mocked or started anew.
 * After each test the clock runs with the machine again.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ActiveProfiles("test")
@ExtendWith(ClockExtension.class)
public @interface VegvisarTest {}
