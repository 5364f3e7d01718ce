package no.vegvisar.demo;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Makes the demo when the application starts on a laptop. */
@Component
@Profile("demo")
class DemoStart implements ApplicationRunner {

  private final DemoWorld world;

  DemoStart(DemoWorld world) {
    this.world = world;
  }

  @Override
  public void run(ApplicationArguments args) {
    world.make();
  }
}
