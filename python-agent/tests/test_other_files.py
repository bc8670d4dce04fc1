"""The person's other files: their lines are steps of the line that led to them, and what they make is the script's."""

import os
import unittest

from agent_case import AgentCase, find_script, on_each_interpreter

SCRIPT = os.path.join("many_files", "main.py")
FOLDER = os.path.dirname(find_script(SCRIPT))


class OtherFiles(AgentCase):
    def lines_by_file(self, python):
        run = self.observe(python, SCRIPT)
        self.assertEqual((run.stderr, run.exit_code), ("", 0))
        return [
            (
                os.path.relpath(body[2][1], FOLDER) if body[2][1] else "",
                body[0][1],
                body[0][0],
                body[2][0],
            )
            for body in run.of_kind("step")
        ][1:]

    @on_each_interpreter
    def test_lines_of_modules_and_packages_beside_the_script_are_inner_steps(self, version, python):
        steps = self.lines_by_file(python)
        prices = [
            (line, depth)
            for file, line, depth, scope in steps
            if file == "prices.py" and scope == "<module>"
        ]
        self.assertEqual(
            prices, 2 * [(1, 1), (2, 1), (4, 1), (7, 1)], "once imported, once loaded again"
        )
        package = os.path.join("goods", "__init__.py")
        self.assertEqual([line for file, line, _, _ in steps if file == package], [1])
        fruit = os.path.join("goods", "fruit.py")
        self.assertIn((fruit, 8, 1, "Apple.__init__" if version >= (3, 11) else "__init__"), steps)
        functions = [(line, depth) for file, line, depth, scope in steps if scope == "total"]
        self.assertEqual(functions, [(8, 1), (9, 1)])

    @on_each_interpreter
    def test_an_inner_step_comes_before_the_line_that_led_to_it(self, _version, python):
        steps = self.lines_by_file(python)
        first = next(at for at, step in enumerate(steps) if step[0] == "prices.py")
        end = next(at for at, step in enumerate(steps) if step[:2] == ("", 3))
        self.assertLess(first, end)
        self.assertEqual({step[0] for step in steps[first:end]}, {"prices.py"})

    @on_each_interpreter
    def test_installed_libraries_environments_and_made_up_names_are_not_the_persons(
        self, _version, python
    ):
        steps = self.lines_by_file(python)
        files = {
            "",
            "prices.py",
            os.path.join("goods", "__init__.py"),
            os.path.join("goods", "fruit.py"),
        }
        self.assertEqual({step[0] for step in steps}, files)
        self.assertEqual(
            [line for file, line, depth, _ in steps if (file, depth) == ("", 0)], list(range(1, 12))
        )

    @on_each_interpreter
    def test_what_the_persons_modules_make_is_the_scripts_and_what_libraries_make_inside_is_not(
        self, _version, python
    ):
        run = self.observe(python, SCRIPT)
        heap = run.of_kind("heap")[-1]
        lists = [heap.edges_of[a] for a in heap.address if heap.type_of(a) == "builtins.list"]
        texts = [
            [text for _, _, text in heap.told[a]["edges"]]
            for a in heap.address
            if heap.type_of(a) == "builtins.list"
        ]
        self.assertIn(["'apple'"], texts, "made by the package")
        self.assertIn(["'red'"], texts, "made by a function of another file")
        self.assertNotIn(["1"], texts, "made by installed code")
        self.assertTrue(lists)
        modules = {name.split(".")[0] for a, name in heap.types.items() if a in heap.type}
        self.assertFalse(
            {"decimal", "fractions", "_frozen_importlib", "_frozen_importlib_external"}
            & {heap.type_of(a).split(".")[0] for a in heap.address} - {"decimal"},
            modules,
        )

    @on_each_interpreter
    def test_a_heap_says_that_something_was_imported(self, _version, python):
        run = self.observe(python, SCRIPT)
        imported = {}
        flags = None
        for name, body in run.messages:
            if name == "heap":
                flags = body.inside
            elif name == "step" and body[0][0] == 0:
                imported[body[0][1]] = bool(flags & 4)
        self.assertEqual((imported[7], imported[8]), (False, False))
        self.assertEqual((imported[5], imported[6]), (True, True))

    @on_each_interpreter
    def test_frames_of_other_files_are_named_with_their_file(self, _version, python):
        run = self.observe(python, SCRIPT)
        heap = None
        seen = set()
        for name, body in run.messages:
            if name == "heap":
                heap = body
            elif name == "step" and body[2][1]:
                seen.add(
                    (
                        heap.scopes[-1][0],
                        tuple(sorted(heap.scopes[-1][2])),
                        os.path.basename(heap.files[-1]),
                    )
                )
        self.assertIn(("<module>", ("decimal", "kept", "reload", "total"), "prices.py"), seen)
        self.assertIn(("total", ("result", "things"), "prices.py"), seen)

    @on_each_interpreter
    def test_another_folder_may_be_named_as_the_persons(self, _version, python):
        script = os.path.join("fails_elsewhere", "main.py")
        environment = {
            **os.environ,
            "OUROSCOPE_FOLDER": os.path.dirname(FOLDER),
            "PYTHONPATH": FOLDER,
        }
        run = self.observe(python, script, environment=environment)
        self.assertEqual(
            {os.path.basename(body[2][1]) for body in run.of_kind("step")}, {"", "reading.py"}
        )
        environment["OUROSCOPE_FOLDER"] = FOLDER
        run = self.observe(python, script, environment=environment)
        self.assertEqual({body[2][1] for body in run.of_kind("step")}, {""})

    @on_each_interpreter
    def test_a_failure_is_placed_in_the_persons_innermost_file(self, _version, python):
        run = self.observe(python, os.path.join("fails_elsewhere", "main.py"))
        line, (kind, _, file) = run.of_kind("failure")[0][0], run.of_kind("failure")[0][1]
        self.assertEqual(
            (line, kind, os.path.basename(file)), ([3], "JSONDecodeError", "reading.py")
        )
        run = self.observe(python, os.path.join("fails_elsewhere", "imports_broken.py"))
        line, (kind, _, file) = run.of_kind("failure")[0][0], run.of_kind("failure")[0][1]
        self.assertEqual((line, kind, os.path.basename(file)), ([2], "SyntaxError", "broken.py"))

    @on_each_interpreter
    def test_what_a_module_holds_when_its_import_is_over_is_told_with_its_names(
        self, _version, python
    ):
        run = self.observe(python, os.path.join("holds_in_module", "main.py"))
        self.assertEqual((run.stderr, run.exit_code), ("", 0))
        of_script = [body[2][1] == "" for body in run.of_kind("step")]
        outer = [heap for (*_, heap), is_outer in zip(run.steps(), of_script) if is_outer]
        for heap in outer[1:5]:
            ((scope, file, _, library, held),) = heap.holdings
            self.assertEqual(
                (scope, os.path.basename(file), library), ("<module>", "page_store.py", 0)
            )
            self.assertEqual([name for name, _ in held], ["pages", "more", "Page", "keep"])
            references = heap.references()
            for name, address in held:
                self.assertIn(address, heap.row, name)
                if name != "Page":
                    self.assertEqual(heap.refcount_of(address), references[address], name)
        self.assertEqual(outer[-1].holdings, [], "the module is gone")


if __name__ == "__main__":
    unittest.main()
