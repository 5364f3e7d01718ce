package no.vegvisar.engine;

import java.lang.reflect.Method;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.context.ApplicationContext;
import org.springframework.stereotype.Component;

/**
 * What a diagram may reach (rule 8): steps, which are JavaDelegate beans, and methods marked {@link
 * ProcessCallable}. The same catalogue is asked when a model is deployed and again when an
 * expression runs.
 */
@Component
class Catalogue {

  private final ApplicationContext context;
  private volatile Set<String> steps;
  private volatile Map<String, Set<String>> calls;

  Catalogue(ApplicationContext context) {
    this.context = context;
  }

  boolean isStep(String bean) {
    read();
    return steps.contains(bean);
  }

  boolean isCall(String bean, String method) {
    read();
    return calls.getOrDefault(bean, Set.of()).contains(method);
  }

  /** Whether the bean offers the call with so many arguments. */
  boolean isCall(String bean, String method, int arguments) {
    return isCall(bean, method + "/" + arguments);
  }

  boolean knows(String bean) {
    read();
    return steps.contains(bean) || calls.containsKey(bean);
  }

  Object bean(String name) {
    return context.getBean(name);
  }

  /** Whether the method of that very bean may be called. */
  boolean mayCall(Object base, String method) {
    read();
    return calls.entrySet().stream()
        .anyMatch(e -> e.getValue().contains(method) && context.getBean(e.getKey()) == base);
  }

  private void read() {
    if (calls != null) {
      return;
    }
    ListableBeanFactory beans = context;
    Set<String> foundSteps =
        new HashSet<>(Set.of(beans.getBeanNamesForType(JavaDelegate.class, true, false)));
    Map<String, Set<String>> foundCalls = new HashMap<>();
    for (String name : beans.getBeanDefinitionNames()) {
      Class<?> type = beans.getType(name, false);
      if (type == null || !type.getName().startsWith("no.vegvisar")) {
        continue;
      }
      for (Method method :
          org.springframework.util.ClassUtils.getUserClass(type).getDeclaredMethods()) {
        if (method.isAnnotationPresent(ProcessCallable.class)) {
          Set<String> offered = foundCalls.computeIfAbsent(name, n -> new HashSet<>());
          offered.add(method.getName());
          offered.add(method.getName() + "/" + method.getParameterCount());
        }
      }
    }
    steps = foundSteps;
    calls = foundCalls;
  }
}
