package no.vegvisar.engine;

import javax.script.ScriptEngine;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.scripting.engine.ScriptEngineResolver;

/** Scripts are off, in every language, whatever a model says (rule 8). */
class NoScripts implements ScriptEngineResolver {

  @Override
  public void addScriptEngineFactory(javax.script.ScriptEngineFactory factory) {
    throw new ProcessEngineException("scripts are switched off");
  }

  @Override
  public ScriptEngine getScriptEngine(String language, boolean resolveFromCache) {
    throw new ProcessEngineException("scripts are switched off");
  }

  @Override
  public javax.script.ScriptEngineManager getScriptEngineManager() {
    return new javax.script.ScriptEngineManager(null);
  }
}
