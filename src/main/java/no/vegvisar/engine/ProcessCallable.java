package no.vegvisar.engine;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A method that an expression in a model may call, e.g. {@code ${deadlines.due('T01', caseNo)}}.
 * The bean is public and answers {@code java.util.Date} or text (decisions 11). Beans that
 * implement JavaDelegate may be named by {@code camunda:delegateExpression}; nothing else is
 * reachable (rule 8).
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface ProcessCallable {}
