@org.jspecify.annotations.NullMarked
package dev.pgduo.replay;
