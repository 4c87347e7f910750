package dev.pgduo.lab.load;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/** The branches of a script's conditions, and which commands are in each. Immutable. */
final class Branches {
    private final int[] next;
    private final int[] end;
    private final int[] depth;

    private Branches(int commands) {
        next = new int[commands];
        end = new int[commands];
        depth = new int[commands];
    }

    /**
     * The branches of these commands.
     *
     * @param name the script's name
     * @throws ScriptError when the conditions are not nested correctly
     */
    static Branches of(String name, List<ScriptCommand> commands) {
        Branches branches = new Branches(commands.size());
        Deque<List<Integer>> open = new ArrayDeque<>();
        for (int i = 0; i < commands.size(); i++) {
            ScriptCommand command = commands.get(i);
            if (command instanceof ScriptCommand.Condition condition && condition.first()) {
                open.push(new ArrayList<>(List.of(i)));
            } else if (command instanceof ScriptCommand.Condition || command instanceof ScriptCommand.Turn) {
                String word = command.source().split("\\s", 2)[0];
                if (open.isEmpty()) {
                    throw wrong(name, i, word + " without matching \\if");
                }
                List<Integer> chain = open.peek();
                int before = chain.get(chain.size() - 1);
                boolean last = command instanceof ScriptCommand.Turn turn && turn.last();
                if (!last && commands.get(before) instanceof ScriptCommand.Turn) {
                    throw wrong(name, i, word + " after \\else");
                }
                branches.next[before] = i;
                chain.add(i);
                if (last) {
                    int end = i;
                    open.pop().forEach(each -> branches.end[each] = end);
                }
            }
            branches.depth[i] = open.size();
        }
        if (!open.isEmpty()) {
            throw wrong(name, commands.size(), "\\if without matching \\endif");
        }
        return branches;
    }

    private static ScriptError wrong(String name, int command, String what) {
        return new ScriptError("condition error in script \"" + name + "\" command " + (command + 1) + ": " + what);
    }

    /** The begin of the branch after the one that begins with this command. */
    int next(int command) {
        return next[command];
    }

    /** The end of the condition of which this command is a part. */
    int end(int command) {
        return end[command];
    }

    /** Whether a command is outside of all conditions. */
    boolean always(int command) {
        return depth[command] == 0;
    }

    /** Whether the script has conditions. */
    boolean any() {
        return Arrays.stream(depth).anyMatch(each -> each > 0);
    }
}
