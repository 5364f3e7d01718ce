package no.vegvisar.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.vegvisar.kernel.Outcome;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Deploys the files of {@code processes/} and {@code forms/} at the start. A set that has not
 * changed since it was last shipped is left alone, so that what a process coordinator published in
 * between stays in use after a restart.
 */
@Component
class ShippedModels implements SmartInitializingSingleton {

  private static final Logger LOG = LoggerFactory.getLogger(ShippedModels.class);
  private static final Pattern FORM_REF = Pattern.compile("camunda:formRef=\"([^\"$]+)\"");

  private final Models models;
  private final JdbcTemplate jdbc;
  private final TransactionTemplate transaction;
  private final Clock clock;
  private final PathMatchingResourcePatternResolver resources =
      new PathMatchingResourcePatternResolver();

  ShippedModels(
      Models models, JdbcTemplate jdbc, PlatformTransactionManager transactions, Clock clock) {
    this.models = models;
    this.jdbc = jdbc;
    this.transaction = new TransactionTemplate(transactions);
    this.clock = clock;
  }

  @Override
  public void afterSingletonsInstantiated() {
    Map<String, String> forms = read("forms/*.form");
    Map<String, String> tables = read("processes/*.dmn");
    Map<String, String> diagrams = read("processes/*.bpmn");
    tables.forEach((name, xml) -> ship(keyOf(name), Map.of(name, xml)));
    diagrams.forEach(
        (name, xml) -> {
          Map<String, String> set = new LinkedHashMap<>();
          set.put(name, xml);
          formsOf(xml)
              .forEach(
                  form -> {
                    String file = "forms/" + form + ".form";
                    if (forms.containsKey(file)) {
                      set.put(file, forms.get(file));
                    }
                  });
          ship(keyOf(name), set);
        });
  }

  private static Set<String> formsOf(String xml) {
    Set<String> forms = new LinkedHashSet<>();
    Matcher refs = FORM_REF.matcher(xml);
    while (refs.find()) {
      forms.add(refs.group(1));
    }
    return forms;
  }

  private static String keyOf(String name) {
    return name.substring(name.lastIndexOf('/') + 1, name.lastIndexOf('.'));
  }

  private void ship(String key, Map<String, String> files) {
    String digest = digest(files);
    transaction.executeWithoutResult(
        status -> {
          // two nodes that start at once must not deploy the same set twice
          jdbc.query("select pg_advisory_xact_lock(hashtext('shipped_model'))", row -> {});
          List<String> last =
              jdbc.queryForList(
                  "select sha256 from shipped_model where model_key = ?", String.class, key);
          if (last.contains(digest)) {
            return;
          }
          Outcome<Models.Version> deployed = models.deploy(key, files, "shipped");
          if (!deployed.isDone()) {
            throw new IllegalStateException(
                "the shipped files of " + key + " break the model policy: " + deployed.refusals());
          }
          jdbc.update(
              "insert into shipped_model (model_key, sha256, at) values (?, ?, ?)"
                  + " on conflict (model_key) do update set sha256 = excluded.sha256, at = excluded.at",
              key,
              digest,
              Timestamp.from(clock.instant()));
          LOG.info("deployed {} version {}", key, deployed.value().version());
        });
  }

  private Map<String, String> read(String pattern) {
    try {
      Map<String, String> files = new TreeMap<>();
      for (Resource resource : resources.getResources("classpath*:" + pattern)) {
        files.put(
            pattern.substring(0, pattern.indexOf('/') + 1) + resource.getFilename(),
            resource.getContentAsString(StandardCharsets.UTF_8));
      }
      return files;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String digest(Map<String, String> files) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      new TreeMap<>(files)
          .forEach(
              (name, content) -> {
                sha.update(name.getBytes(StandardCharsets.UTF_8));
                sha.update((byte) 0);
                sha.update(content.getBytes(StandardCharsets.UTF_8));
                sha.update((byte) 0);
              });
      return HexFormat.of().formatHex(sha.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
