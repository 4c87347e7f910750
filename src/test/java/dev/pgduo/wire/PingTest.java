package dev.pgduo.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PingTest {
    /** Messages as the server sends them: {@code #} is a zero byte, {@code ~} the length that makes a message one. */
    @ParameterizedTest
    @CsvSource({
        "R~###:, ACCEPTING",
        "R~####S~server_version#15.4#Z~I, ACCEPTING",
        "E~SFATAL#C57P03#Mthe database system is starting up##, REJECTING",
        "R~####E~SFATAL#C3D000#Mno such database##, ACCEPTING",
        "E~SFATAL#C57P0, NO_RESPONSE",
        "HTTP/1.1 400 Bad Request, NO_RESPONSE",
        "'', NO_RESPONSE",
    })
    void tellsByTheFirstWords(String words, Ping expected) throws Exception {
        assertThat(answerOf(words)).isEqualTo(expected);
    }

    private static Ping answerOf(String words) throws IOException {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            CompletableFuture<Void> saying = CompletableFuture.runAsync(() -> say(server, words));
            Endpoint endpoint = Endpoint.of("127.0.0.1", server.getLocalPort(), "me", "postgres");
            Ping answer = Ping.of(endpoint, Duration.ofSeconds(60));
            saying.join();
            return answer;
        }
    }

    private static void say(ServerSocket server, String words) {
        try (Socket client = server.accept()) {
            byte[] length = client.getInputStream().readNBytes(4);
            client.getInputStream().readNBytes(length[3] - 4);
            client.getOutputStream().write(bytes(words));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static byte[] bytes(String words) {
        StringBuilder message = new StringBuilder();
        String[] parts = words.split("~", -1);
        for (int i = 0; i < parts.length; i++) {
            boolean typed = i + 1 < parts.length;
            int body = parts[i].length() - (typed ? 1 : 0);
            message.append(i == 0 ? "" : "\0\0\0" + (char) (4 + body)).append(parts[i]);
        }
        return message.toString().replace('#', '\0').replace(':', '\n').getBytes(StandardCharsets.ISO_8859_1);
    }

    @Test
    void givesUpOnOneThatSaysNothing() throws IOException {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Endpoint endpoint = Endpoint.of("127.0.0.1", server.getLocalPort(), "me", "postgres");
            assertThat(Ping.of(endpoint, Duration.ofMillis(50))).isEqualTo(Ping.NO_RESPONSE);
        }
    }
}
