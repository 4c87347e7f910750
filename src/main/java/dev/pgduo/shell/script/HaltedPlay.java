package dev.pgduo.shell.script;

import dev.pgduo.replay.PlayHost;
import dev.pgduo.replay.PlayListener;
import dev.pgduo.replay.PlayOptions;
import dev.pgduo.replay.PlayResult;
import dev.pgduo.replay.Player;
import dev.pgduo.shell.lab.LabContext;
import dev.pgduo.shell.prompt.NestedPrompt;
import dev.pgduo.shell.screen.WholeTerminal;
import dev.pgduo.transcript.model.Resolution;
import dev.pgduo.transcript.model.ResolvedStep;
import dev.pgduo.transcript.model.Step;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** A play that stops at a position, and opens the live prompt there. */
public final class HaltedPlay {
    private final WholeTerminal terminals;
    private final Function<PlayedLab, NestedPrompt> loops;

    /** @param loops makes the live prompt of a lab */
    public HaltedPlay(WholeTerminal terminals, Function<PlayedLab, NestedPrompt> loops) {
        this.terminals = terminals;
        this.loops = loops;
    }

    /**
     * Plays up to the position and opens the prompt; without a terminal it only prints where it has stopped.
     *
     * @param before receives the result before the prompt is opened
     */
    PlayResult run(
            PlayedLab played, Halt halt, PlayListener listener, Consumer<PlayResult> before, LabContext context) {
        Resolution resolution = played.rehearsal().begin();
        Player player = played.rehearsal().player(new PlayHost(played.commands(), listener, PlayOptions.STANDARD));
        PlayResult result = player.play(resolution, halt::before, halt::after);
        before.accept(result);
        next(resolution, result).ifPresent(step -> {
            int line = result.transcript().text().ownLine(step.step().span().first());
            if (context.audience().person()) {
                listener.note("stopped before line " + line + "; Ctrl-D ends the play");
                terminals.use("play", "Use \"play\" without \"--until\".", terminal -> {
                    NestedPrompt loop = loops.apply(played);
                    try {
                        played.typedAt(loop.panes(), () -> {
                            loop.panes().toSession(session(result, played));
                            loop.run(terminal);
                        });
                    } finally {
                        loop.panes().close();
                    }
                    return true;
                });
            } else {
                listener.note("stopped before line " + line + "; the prompt needs a terminal");
            }
        });
        return result;
    }

    /** The first step that runs something and was not played. */
    private static Optional<ResolvedStep> next(Resolution resolution, PlayResult result) {
        int last = result.results().stream()
                .mapToInt(step -> step.step().step().span().last())
                .max()
                .orElse(0);
        return resolution.steps().stream()
                .filter(step -> step.step().governed() && step.step().span().first() > last)
                .findFirst();
    }

    /** The session of the last statement if it is still open; else 0. */
    private static int session(PlayResult result, PlayedLab played) {
        List<Step> steps =
                result.results().stream().map(step -> step.step().step()).toList();
        for (int i = steps.size() - 1; i >= 0; i--) {
            Step step = steps.get(i);
            int number = step instanceof Step.SqlInput sql
                    ? sql.session()
                    : step instanceof Step.SessionOpen opened ? opened.session() : 0;
            if (number > 0) {
                return played.desk().isOpen(number) ? number : 0;
            }
        }
        return 0;
    }
}
