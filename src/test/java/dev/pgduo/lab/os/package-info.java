@NullMarked
package dev.pgduo.lab.os;

import org.jspecify.annotations.NullMarked;
