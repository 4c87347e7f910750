package dev.pgduo.table;

import java.io.IOException;

/** One output format: prints the parts of a table, one after the other. */
@FunctionalInterface
interface Renderer {
    void print(Slice slice) throws IOException;
}
