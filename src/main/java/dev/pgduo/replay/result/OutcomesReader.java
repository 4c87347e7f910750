package dev.pgduo.replay.result;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.pgduo.replay.compare.Drift;
import dev.pgduo.replay.shard.Plan;
import dev.pgduo.replay.shard.Shard;
import dev.pgduo.report.ErrorReport;
import dev.pgduo.report.FailureReason;
import dev.pgduo.report.LabException;
import dev.pgduo.report.Position;
import dev.pgduo.version.ServerVersion;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads files that {@link OutcomesJson} has written. */
public final class OutcomesReader {
    private static final String HINT = "\"verify --json FILE\" of this version of pgduo writes results.";

    private OutcomesReader() {}

    /**
     * Reads a file.
     *
     * @throws LabException when the file cannot be read, or is no result of verify
     */
    public static VerifyResult read(String file) {
        try (Reader text = Files.newBufferedReader(Path.of(file), StandardCharsets.UTF_8)) {
            return result(JsonObject.read(text));
        } catch (JsonProcessingException e) {
            int line = Math.max(1, e.getLocation() == null ? 1 : e.getLocation().getLineNr());
            throw wrong(file, new Position(file, line, 0), e.getOriginalMessage() + ".");
        } catch (NoSuchElementException | IllegalArgumentException e) {
            throw wrong(file, null, e.getMessage());
        } catch (LabException e) {
            throw wrong(file, null, e.report().message());
        } catch (IOException e) {
            throw new LabException(
                    ErrorReport.error("could not read file \"" + file + "\": " + FailureReason.of(e)), e);
        }
    }

    private static LabException wrong(String file, @Nullable Position place, @Nullable String why) {
        return new LabException(ErrorReport.error("\"" + file + "\" is no result of verify")
                .detail(why)
                .hint(HINT)
                .at(place));
    }

    private static VerifyResult result(JsonObject json) {
        JsonObject plan = json.object("plan");
        Shard shard = new Shard(plan.whole("shard"), plan.whole("shards"));
        return new VerifyResult(
                json.text("pgduo"),
                new Plan(plan.text("hash"), plan.whole("cells"), shard),
                json.objects("runs").stream()
                        .map(run -> new VerifyResult.Run(run.whole("cell"), outcome(run)))
                        .toList(),
                json.objects("unavailable").stream()
                        .map(server -> new VerifyResult.Unavailable(
                                server.text("server"), server.wholes("cells"), server.texts("text")))
                        .toList());
    }

    private static LabOutcome outcome(JsonObject run) {
        Cell cell = new Cell(run.text("lab"), run.text("server"), ServerVersion.parse(run.text("version")));
        List<JsonObject> differences = run.objects("differences");
        List<StepOutcome> steps = new ArrayList<>();
        for (JsonObject step : run.objects("steps")) {
            String name = step.text("step");
            steps.add(new StepOutcome(
                    name,
                    step.whole("line"),
                    seconds(step),
                    step.flag("run"),
                    word(step, "comparing", StepOutcome.Comparing.values(), StepOutcome.Comparing::toString),
                    differences.stream()
                            .filter(difference -> difference.text("step").equals(name))
                            .map(OutcomesReader::finding)
                            .toList()));
        }
        return new LabOutcome(
                cell,
                word(run, "standing", CellStatus.values(), CellStatus::toString),
                seconds(run),
                steps,
                run.has("unplayed") ? run.texts("unplayed") : List.of(),
                run.texts("notes"),
                Optional.empty());
    }

    private static Duration seconds(JsonObject json) {
        return Duration.ofMillis(Math.round(json.number("seconds") * 1e3));
    }

    private static Finding finding(JsonObject json) {
        List<String> words = json.texts("text");
        Optional<Integer> after = json.optionalWhole("after");
        return new Finding(
                json.optionalWhole("at").orElseGet(() -> json.whole("line")),
                word(json, "standing", CellStatus.values(), CellStatus::toString),
                json.has("kind") ? Optional.of(word(json, "kind", Drift.values(), Drift::label)) : Optional.empty(),
                json.flag("output"),
                words,
                after.isPresent() ? OptionalInt.of(after.get()) : OptionalInt.empty(),
                json.has("actual") ? json.texts("actual") : words,
                json.text("message"));
    }

    private static <T> T word(JsonObject json, String name, T[] values, Function<T, String> words) {
        String word = json.text(name);
        return Arrays.stream(values)
                .filter(value -> words.apply(value).equals(word))
                .findFirst()
                .orElseThrow(() -> json.wrong(name));
    }
}
