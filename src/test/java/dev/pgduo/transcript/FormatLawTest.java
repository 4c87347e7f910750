package dev.pgduo.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pgduo.Rounds;
import dev.pgduo.transcript.model.ParseResult;
import dev.pgduo.transcript.model.ResolvedStep;
import dev.pgduo.transcript.model.Step;
import dev.pgduo.transcript.model.Transcript;
import dev.pgduo.transcript.read.TranscriptReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Reading never throws, and what was read is written byte for byte. */
class FormatLawTest {
    static List<String> texts() {
        List<String> texts = new ArrayList<>(Texts.documented());
        texts.add(Texts.seed());
        return texts;
    }

    @ParameterizedTest
    @MethodSource("texts")
    void everyTerminatorSurvives(String text) {
        law(text);
        law(text.replace("\n", "\r\n"));
        law(text.stripTrailing());
        law("\uFEFF" + text);
        law(text.replace("    ", "\t"));
        law(text.replaceFirst("\n", "\r\n"));
        assertThat(TranscriptReader.read(text.replace("\n", "\r\n"), "x.lab").reports())
                .isEmpty();
    }

    @Test
    void damagedTextsKeepTheLaw() {
        Random random = new Random(20261122);
        List<String> texts = texts();
        for (int i = 0; i < Rounds.of(1500); i++) {
            law(DamagedText.of(texts.get(random.nextInt(texts.size())), random));
        }
    }

    private static void law(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        ParseResult result = TranscriptReader.read(bytes, "x.lab");
        if (result instanceof ParseResult.Parsed parsed) {
            Transcript transcript = parsed.transcript();
            assertThat(transcript.write().getBytes(StandardCharsets.UTF_8)).isEqualTo(bytes);
            resolvedInOrder(transcript);
            tiles(transcript);
        } else {
            assertThat(result.reports()).isNotEmpty().allMatch(report -> report.position() != null);
        }
    }

    /** A server's own steps are some of the text's, each once and in their order. */
    private static void resolvedInOrder(Transcript transcript) {
        int next = 1;
        for (ResolvedStep resolved : transcript.resolve(Texts.PG15).steps()) {
            assertThat(resolved.step().span().first()).isGreaterThanOrEqualTo(next);
            next = resolved.step().span().last() + 1;
        }
        assertThat(next).isLessThanOrEqualTo(transcript.text().lines().size() + 1);
    }

    private static void tiles(Transcript transcript) {
        int next = 1;
        for (Step step : transcript.steps()) {
            assertThat(step.span().first()).isEqualTo(next);
            next = step.span().last() + 1;
        }
        assertThat(next).isEqualTo(transcript.text().lines().size() + 1);
    }
}
