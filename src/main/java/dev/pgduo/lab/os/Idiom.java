package dev.pgduo.lab.os;

import java.util.Optional;

/** One shape of command line that labs use and pgduo carries out by itself. */
interface Idiom {
    /** The action that the line means, or empty when it is not of this shape. */
    Optional<OsAction> recognise(String line);
}
