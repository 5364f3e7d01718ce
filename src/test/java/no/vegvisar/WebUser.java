package no.vegvisar;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import no.vegvisar.organisation.DemoUsers;

/**
 * A browser without a screen: keeps cookies, does not follow redirects, sends the CSRF token of the
 * page it loaded last.
 *
 * <pre>
 * WebUser web = WebUser.signedIn(port, "therapist");
 * String page = web.get("/tasks").body();
 * web.post("/tasks/" + id + "/claim", Map.of());
 * </pre>
 */
public final class WebUser {

  private static final Pattern META =
      Pattern.compile(
          "<meta name=\"_csrf\"[^>]*content=\"([^\"]+)\"|<meta[^>]*content=\"([^\"]+)\"[^>]*name=\"_csrf\"");

  private final int port;
  private final HttpClient http =
      HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
  private final Map<String, String> headers = new LinkedHashMap<>();
  private String csrf;

  private WebUser(int port) {
    this.port = port;
    headers.put("Accept", "text/html");
    headers.put("Accept-Language", "en");
  }

  /** Somebody who has not signed in. */
  public static WebUser anonymous(int port) {
    return new WebUser(port);
  }

  /** A demo user, signed in through the sign-in page. */
  public static WebUser signedIn(int port, String userName) {
    WebUser user = new WebUser(port);
    HttpResponse<String> answer = user.signIn(userName, DemoUsers.PASSWORD);
    if (answer.statusCode() != 302
        || answer.headers().firstValue("Location").orElse("").contains("/login")) {
      throw new AssertionError(
          "signing in as " + userName + " was answered with " + answer.statusCode());
    }
    return user;
  }

  /** The same user, sending this header from now on. */
  public WebUser with(String name, String value) {
    headers.put(name, value);
    return this;
  }

  public HttpResponse<String> signIn(String userName, String password) {
    get("/login");
    return post("/login", Map.of("username", userName, "password", password));
  }

  public HttpResponse<String> get(String path) {
    HttpResponse<String> answer = send(request(path).GET());
    Matcher meta = META.matcher(answer.body());
    if (meta.find()) {
      csrf = meta.group(1) != null ? meta.group(1) : meta.group(2);
    }
    return answer;
  }

  /** Posts a form with the CSRF token. */
  public HttpResponse<String> post(String path, Map<String, String> form) {
    return post(path, "application/x-www-form-urlencoded", encode(form));
  }

  /** Version and key that the form of this page posts back. */
  public static Map<String, String> hidden(String page) {
    Map<String, String> fields = new HashMap<>();
    for (String name : List.of("_version", "_key")) {
      Matcher field = Pattern.compile("name=\"" + name + "\" value=\"([^\"]+)\"").matcher(page);
      if (!field.find()) {
        throw new AssertionError("the page has no field " + name);
      }
      fields.put(name, field.group(1));
    }
    return fields;
  }

  /** Opens a page and gives the version that its form posts back. */
  public String version(String path) {
    return hidden(get(path).body()).get("_version");
  }

  /** Posts any body with the CSRF token in the header. */
  public HttpResponse<String> post(String path, String contentType, String body) {
    HttpRequest.Builder request = request(path).header("Content-Type", contentType);
    if (csrf != null) {
      request.header("X-CSRF-TOKEN", csrf).header("X-XSRF-TOKEN", csrf);
    }
    return send(request.POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  /** Posts one file as a form with a file field does. */
  public HttpResponse<String> postFile(String path, String fileName, byte[] content) {
    return postFile(path, fileName, content, true);
  }

  /** The same as a page without script does: the CSRF token is a field of the form. */
  public HttpResponse<String> postPlainFile(String path, String fileName, byte[] content) {
    return postFile(path, fileName, content, false);
  }

  private HttpResponse<String> postFile(
      String path, String fileName, byte[] content, boolean header) {
    String boundary = "----a-line-no-file-has";
    byte[] head =
        ((header
                    ? ""
                    : "--"
                        + boundary
                        + "\r\nContent-Disposition: form-data; name=\"_csrf\"\r\n\r\n"
                        + csrf
                        + "\r\n")
                + "--"
                + boundary
                + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\""
                + fileName
                + "\"\r\nContent-Type: application/octet-stream\r\n\r\n")
            .getBytes(StandardCharsets.UTF_8);
    byte[] tail = ("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8);
    HttpRequest.Builder request =
        request(path).header("Content-Type", "multipart/form-data; boundary=" + boundary);
    if (header && csrf != null) {
      request.header("X-CSRF-TOKEN", csrf).header("X-XSRF-TOKEN", csrf);
    }
    return send(
        request.POST(HttpRequest.BodyPublishers.ofByteArrays(List.of(head, content, tail))));
  }

  /** As a foreign page would: the cookies, but no token. */
  public HttpResponse<String> postWithoutToken(String path, Map<String, String> form) {
    return send(
        request(path)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(encode(form))));
  }

  private HttpRequest.Builder request(String path) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
    headers.forEach(request::header);
    return request;
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return http.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static String encode(Map<String, String> form) {
    return form.entrySet().stream()
        .map(
            e ->
                URLEncoder.encode(e.getKey(), StandardCharsets.UTF_8)
                    + "="
                    + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }
}
