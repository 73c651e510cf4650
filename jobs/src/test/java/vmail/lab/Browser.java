package vmail.lab;

import com.unboundid.util.json.JSONArray;
import com.unboundid.util.json.JSONField;
import com.unboundid.util.json.JSONObject;
import com.unboundid.util.json.JSONString;
import com.unboundid.util.json.JSONValue;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A Chromium without a window, driven by chromedriver: WebDriver (W3C) in JSON over HTTP, which needs no library.
 *
 * <p>Keeps what pages say on the console and what they ask of the network.
 */
public final class Browser implements AutoCloseable {

    private static final String TAB = "\uE004";
    private static final String ENTER = "\uE007";

    private final Daemon driver;
    private final HttpClient http = HttpClient.newHttpClient();
    private final URI session;

    private Browser(Daemon driver, int port) throws IOException, InterruptedException {
        this.driver = driver;
        URI sessions = URI.create("http://127.0.0.1:" + port + "/session");
        JSONObject options = object(
                new JSONField("binary", Program.CHROMIUM.path().toString()),
                // sandboxes are not to be had in every container, and the pages are ours
                new JSONField(
                        "args", texts("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage")));
        JSONObject capabilities = object(
                new JSONField("goog:chromeOptions", options),
                new JSONField(
                        "goog:loggingPrefs",
                        object(new JSONField("browser", "ALL"), new JSONField("performance", "ALL"))));
        Json answer = Json.of(send(
                sessions,
                "POST",
                object(new JSONField("capabilities", object(new JSONField("alwaysMatch", capabilities))))));
        Json value =
                new Json((JSONObject) Objects.requireNonNull(answer.object().getField("value")));
        this.session = URI.create(sessions + "/" + value.text("sessionId") + "/");
    }

    /** Skips the test where there is no Chromium. */
    public static Browser start() throws IOException, InterruptedException {
        Program.CHROMIUM.assumeInstalled();
        Program.CHROMEDRIVER.assumeInstalled();
        int port = LoopbackPort.free();
        Path log = Files.createTempFile("vmail-chromedriver", ".log");
        Daemon driver = Daemon.start(log, List.of(Program.CHROMEDRIVER.path().toString(), "--port=" + port));
        LoopbackPort.await(port, () -> "chromedriver does not answer: " + driver.log());
        return new Browser(driver, port);
    }

    /** In pixels, and in light or dark. */
    public void look(int width, int height, boolean dark) throws IOException, InterruptedException {
        develop(
                "Emulation.setDeviceMetricsOverride",
                object(
                        new JSONField("width", width),
                        new JSONField("height", height),
                        new JSONField("deviceScaleFactor", 1),
                        new JSONField("mobile", width < 600)));
        develop(
                "Emulation.setEmulatedMedia",
                object(new JSONField(
                        "features",
                        new JSONArray(object(
                                new JSONField("name", "prefers-color-scheme"),
                                new JSONField("value", dark ? "dark" : "light"))))));
    }

    public void open(Path page) throws IOException, InterruptedException {
        logs("browser");
        logs("performance");
        call("url", object(new JSONField("url", page.toUri().toString())));
    }

    /** What a script returns, as JSON. */
    public String run(String script) throws IOException, InterruptedException {
        return call("execute/sync", object(new JSONField("script", script), new JSONField("args", new JSONArray())))
                .toString();
    }

    /** What the promise that an expression gives brings, as JSON. */
    public String await(String promise) throws IOException, InterruptedException {
        String script =
                "const done = arguments[0]; Promise.resolve(" + promise + ").then(done, e => done('' + e.stack))";
        return call("execute/async", object(new JSONField("script", script), new JSONField("args", new JSONArray())))
                .toString();
    }

    /** Types letters; a tabulator and a line end are keys, too. */
    public void type(String keys) throws IOException, InterruptedException {
        List<JSONValue> strokes = keys.replace("\t", TAB)
                .replace("\n", ENTER)
                .codePoints()
                .mapToObj(Character::toString)
                .flatMap(key -> Stream.<JSONValue>of(
                        object(new JSONField("type", "keyDown"), new JSONField("value", key)),
                        object(new JSONField("type", "keyUp"), new JSONField("value", key))))
                .toList();
        call(
                "actions",
                object(new JSONField(
                        "actions",
                        new JSONArray(object(
                                new JSONField("type", "key"),
                                new JSONField("id", "keyboard"),
                                new JSONField("actions", new JSONArray(strokes)))))));
    }

    /** What the page has said on the console since it was opened, errors among them. */
    public List<String> console() throws IOException, InterruptedException {
        return logs("browser");
    }

    /** What the browser has asked for since the page was opened, the page among it. */
    public List<String> requests() throws IOException, InterruptedException {
        return logs("performance").stream()
                .map(entry -> Json.of(entry).object().getFieldAsObject("message"))
                .map(Objects::requireNonNull)
                .filter(event -> "Network.requestWillBeSent".equals(event.getFieldAsString("method")))
                .map(event -> Objects.requireNonNull(event.getFieldAsObject("params")))
                .map(params -> Objects.requireNonNull(params.getFieldAsObject("request")))
                .map(request -> Objects.requireNonNull(request.getFieldAsString("url")))
                .toList();
    }

    /** What is in the window, as a PNG. */
    public byte[] picture() throws IOException, InterruptedException {
        JSONValue picture = get("screenshot");
        return Base64.getDecoder().decode(((JSONString) picture).stringValue());
    }

    private List<String> logs(String type) throws IOException, InterruptedException {
        return ((JSONArray) call("se/log", object(new JSONField("type", type))))
                .getValues().stream()
                        .map(entry -> new Json((JSONObject) entry).text("message"))
                        .toList();
    }

    private void develop(String command, JSONObject parameters) throws IOException, InterruptedException {
        call("goog/cdp/execute", object(new JSONField("cmd", command), new JSONField("params", parameters)));
    }

    private JSONValue call(String command, JSONObject parameters) throws IOException, InterruptedException {
        return value(send(session.resolve(command), "POST", parameters));
    }

    private JSONValue get(String command) throws IOException, InterruptedException {
        return value(send(session.resolve(command), "GET", object()));
    }

    private static JSONValue value(String answer) {
        return Objects.requireNonNull(Json.of(answer).object().getField("value"), answer);
    }

    private String send(URI uri, String method, JSONObject body) throws IOException, InterruptedException {
        HttpRequest.BodyPublisher publisher = method.equals("POST")
                ? HttpRequest.BodyPublishers.ofString(body.toString())
                : HttpRequest.BodyPublishers.noBody();
        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(uri)
                        .method(method, publisher)
                        .header("Content-Type", "application/json; charset=utf-8")
                        .build(),
                HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        if (answer.statusCode() != 200) {
            throw new AssertionError(uri.getPath() + ": " + answer.statusCode() + " " + answer.body());
        }
        return answer.body();
    }

    private static JSONObject object(JSONField... fields) {
        return new JSONObject(fields);
    }

    private static JSONArray texts(String... texts) {
        return new JSONArray(
                Arrays.stream(texts).<JSONValue>map(JSONString::new).toList());
    }

    @Override
    public void close() throws IOException {
        try {
            send(URI.create(session.toString().replaceFirst("/$", "")), "DELETE", object());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while the browser was ending", e);
        } finally {
            driver.close();
        }
    }
}
