package org.zonedrift.output;

import java.util.List;

/** What can stand behind a key. */
sealed interface Shape {

    /** A short name for people. */
    String word();

    /** Its constraints, in the words of JSON Schema. */
    void describe(IndentedJson json);

    /** Text; the format is one of JSON Schema's, or empty. */
    record Text(String format, String pattern) implements Shape {

        @Override
        public void describe(IndentedJson json) {
            json.text("type", "string").number("minLength", 1);
            if (!format.isEmpty()) {
                json.text("format", format);
            }
            if (!pattern.isEmpty()) {
                json.text("pattern", pattern);
            }
        }

        @Override
        public String word() {
            return format.equals("date-time") ? "time" : "string";
        }
    }

    /** A whole number within bounds. */
    record Whole(long least, long most) implements Shape {

        @Override
        public void describe(IndentedJson json) {
            json.text("type", "integer").number("minimum", least).number("maximum", most);
        }

        @Override
        public String word() {
            return most == Wholes.UINT32 ? "uint32" : "integer";
        }
    }

    /** A number that need not be whole. */
    record Decimal() implements Shape {

        @Override
        public void describe(IndentedJson json) {
            json.text("type", "number");
        }

        @Override
        public String word() {
            return "number";
        }
    }

    /** Written only where it is true. */
    record Truth() implements Shape {

        @Override
        public void describe(IndentedJson json) {
            json.truth("const", true);
        }

        @Override
        public String word() {
            return "true";
        }
    }

    /** One of a closed set of words. */
    record Word(List<String> words) implements Shape {

        public Word {
            words = List.copyOf(words);
        }

        @Override
        public void describe(IndentedJson json) {
            json.texts("enum", words);
        }

        @Override
        public String word() {
            return "word";
        }
    }

    /** An object with keys of its own. */
    record Nested(Section section) implements Shape {

        @Override
        public void describe(IndentedJson json) {
            json.text("$ref", "#/$defs/" + section.title());
        }

        @Override
        public String word() {
            return "object";
        }
    }

    /** An array that is never empty. */
    record Many(Shape each) implements Shape {

        @Override
        public void describe(IndentedJson json) {
            json.text("type", "array").number("minItems", 1);
            json.object("items", each::describe);
        }

        @Override
        public String word() {
            return each.word() + "[]";
        }
    }

    /** Bounds of whole numbers. */
    final class Wholes {

        static final long UINT32 = 0xffff_ffffL;

        /** What every JSON reader keeps exactly. */
        static final long EXACT = 1L << 53;

        private Wholes() {}
    }
}
