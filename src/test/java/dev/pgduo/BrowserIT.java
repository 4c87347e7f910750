package dev.pgduo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.pgduo.cluster.quantity.Wait;
import dev.pgduo.replay.event.TypedEvents;
import dev.pgduo.shell.web.LiveServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Exported pages in Chromium, where it is installed: their scripts run, and nothing is wrong in the console. */
class BrowserIT {
    private static final Optional<Path> CHROMIUM = Stream.of("chromium", "chromium-browser", "google-chrome")
            .map(name -> Path.of("/usr/bin", name))
            .filter(Files::isExecutable)
            .findFirst();

    @TempDir
    Path directory;

    @BeforeAll
    static void whereItIsInstalled() {
        assumeTrue(CHROMIUM.isPresent());
    }

    /** The page after its script has run. */
    private String shown(String address) throws Exception {
        Path said = directory.resolve("said");
        Path page = directory.resolve("page");
        Process process = new ProcessBuilder(
                        CHROMIUM.map(Path::toString).orElseThrow(),
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--window-size=360,800",
                        "--enable-logging=stderr",
                        "--virtual-time-budget=5000",
                        "--user-data-dir=" + directory.resolve("profile"),
                        "--dump-dom",
                        address)
                .redirectError(said.toFile())
                .redirectOutput(page.toFile())
                .start();
        boolean ended = process.waitFor(90, TimeUnit.SECONDS);
        process.destroyForcibly().waitFor();
        assertThat(ended).isTrue();
        assertThat(text(said).lines()).noneMatch(line -> line.contains("CONSOLE"));
        return text(page);
    }

    private static String text(Path file) throws IOException {
        return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    }

    @Test
    void anExportedPageRuns() throws Exception {
        Path page = directory.resolve("x.html");
        Ran ran = Ran.pgduo(
                directory.resolve("state"),
                "export",
                "lab-scripts/quickstart.lab",
                "--format",
                "html",
                "--out",
                page.toString());
        assertThat(ran.code()).as(ran.text()).isZero();
        // Only what can be scrolled at this width keeps its place on the keyboard's way.
        assertThat(shown(page.toUri().toString())).contains("<pre tabindex=\"0\"", "<pre aria-label");
    }

    /** The browser takes the page when its connections have ended: when the class has. */
    @Test
    void theLivePageShowsWhatHappens() throws Exception {
        try (LiveServer server = new LiveServer("A class", "en", null, 0)) {
            TypedEvents typed = TypedEvents.begin("x", Optional::empty, server);
            typed.sql(2, "select '<b>';", List.of(" ?column? "));
            String address = server.addresses().get(0);
            CompletableFuture<String> page = CompletableFuture.supplyAsync(() -> {
                try {
                    return shown(address);
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
            });
            Wait.to("see a reader", Duration.ofSeconds(60)).until(() -> server.readers() > 0 || page.isDone());
            server.close();
            assertThat(page.get(60, TimeUnit.SECONDS))
                    .contains(
                            ">The class has ended.",
                            "<div class=\"step b\"><div class=\"where\"><b>node b, session 2</b></div>",
                            "<span class=\"typed\">=&gt; select '&lt;b&gt;';</span>");
        }
    }
}
