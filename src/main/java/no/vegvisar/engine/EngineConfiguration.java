package no.vegvisar.engine;

import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import no.vegvisar.kernel.MovableClock;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEnginePlugin;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The engine as this house runs it: catalogue, policy, gate, feed, one clock. */
@Configuration
class EngineConfiguration {

  EngineConfiguration(MovableClock clock) {
    clock.onChange(
        instant -> {
          if (instant == null) {
            ClockUtil.reset();
          } else {
            ClockUtil.setCurrentTime(Date.from(instant));
          }
        });
  }

  @Bean
  ProcessEnginePlugin houseRules(
      Catalogue catalogue,
      ModelPolicy policy,
      ObjectProvider<TaskGate> gate,
      ObjectProvider<OpenTasks> tasks,
      ObjectProvider<TaskChangeListener> taskListeners,
      ObjectProvider<IncidentListener> incidentListeners) {
    return new AbstractProcessEnginePlugin() {
      @Override
      public void preInit(ProcessEngineConfigurationImpl configuration) {
        configuration.setExpressionManager(new CatalogueExpressions(catalogue));
        configuration.setScriptEngineResolver(new NoScripts());
        configuration.setEnableScriptEngineLoadExternalResources(false);
        configuration.setCustomPreDeployers(new ArrayList<>(List.of(new PolicyDeployer(policy))));
        configuration.setCustomPostBPMNParseListeners(
            new ArrayList<>(List.of(new ParseListener(gate))));
        configuration.setCustomHistoryEventHandlers(
            new ArrayList<>(List.of(new TaskFeed(tasks, taskListeners))));
        configuration.setCustomIncidentHandlers(
            new ArrayList<>(List.of(new Incidents(incidentListeners))));
        configuration.setDelegateInterceptor(new Steps());
      }
    };
  }
}
