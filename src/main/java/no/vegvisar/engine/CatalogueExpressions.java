package no.vegvisar.engine;

import java.beans.FeatureDescriptor;
import java.util.Iterator;
import org.camunda.bpm.engine.impl.el.JuelExpressionManager;
import org.camunda.bpm.engine.impl.el.VariableContextElResolver;
import org.camunda.bpm.engine.impl.el.VariableScopeElResolver;
import org.camunda.bpm.impl.juel.jakarta.el.BeanELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.CompositeELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.camunda.bpm.impl.juel.jakarta.el.ELException;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;

/**
 * Expressions as they run: variables and the catalogue, no property, no other method, nothing else
 * of Spring or Java.
 */
class CatalogueExpressions extends JuelExpressionManager {

  private final Catalogue catalogue;

  CatalogueExpressions(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  @Override
  protected ELResolver createElResolver() {
    var resolver = new CompositeELResolver();
    resolver.add(new VariableScopeElResolver());
    resolver.add(new VariableContextElResolver());
    resolver.add(new CatalogueResolver());
    resolver.add(new GuardedBeans());
    return resolver;
  }

  /** A bean of the catalogue by its name. */
  private final class CatalogueResolver extends ELResolver {

    @Override
    public Object getValue(ELContext context, Object base, Object property) {
      if (base == null && property instanceof String name && catalogue.knows(name)) {
        context.setPropertyResolved(true);
        return catalogue.bean(name);
      }
      return null;
    }

    @Override
    public Class<?> getType(ELContext context, Object base, Object property) {
      return null;
    }

    @Override
    public void setValue(ELContext context, Object base, Object property, Object value) {
      throw new ELException("nothing can be set");
    }

    @Override
    public boolean isReadOnly(ELContext context, Object base, Object property) {
      return true;
    }

    @Override
    public Iterator<FeatureDescriptor> getFeatureDescriptors(ELContext context, Object base) {
      return null;
    }

    @Override
    public Class<?> getCommonPropertyType(ELContext context, Object base) {
      return Object.class;
    }
  }

  private final class GuardedBeans extends BeanELResolver {

    @Override
    public Object invoke(
        ELContext context, Object base, Object method, Class<?>[] types, Object[] args) {
      if (catalogue.mayCall(base, String.valueOf(method))) {
        return super.invoke(context, base, method, types, args);
      }
      throw new ELException("call not allowed: " + method);
    }

    @Override
    public Object getValue(ELContext context, Object base, Object property) {
      if (base != null) {
        throw new ELException("property not allowed: " + property);
      }
      return null;
    }
  }
}
