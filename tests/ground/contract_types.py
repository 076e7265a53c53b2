"""Two kinds of import contract that import-linter does not bring.

Both are closed: a package that is new to the project is covered without naming it.
"""

import sys
from typing import cast

from grimp import ImportGraph
from importlinter import Contract, ContractCheck, fields, output


class _ImportsContract(Contract):
    """A contract over direct imports, each of which is allowed or not."""

    def check(self, graph: ImportGraph, verbose: bool) -> ContractCheck:  # noqa: ARG002
        """Keep the contract if `refused` finds nothing."""
        refused = sorted(self.refused(graph))
        lines = [
            f"{importer} -> {imported} (l.{detail['line_number']})"
            for importer, imported in refused
            for detail in graph.get_import_details(importer=importer, imported=imported)
        ]
        return ContractCheck(kept=not refused, metadata={"lines": lines})

    def refused(self, graph: ImportGraph) -> set[tuple[str, str]]:
        raise NotImplementedError

    def render_broken_contract(self, check: ContractCheck) -> None:
        for line in check.metadata["lines"]:
            output.print_error(f"- {line}", bold=False)
        output.new_line()


class LibraryHomes(_ImportsContract):
    """`libraries` are imported by the packages in `homes` and by no other."""

    type_name = "library_homes"

    libraries = fields.ListField(subfield=fields.StringField())
    homes = fields.ListField(subfield=fields.StringField())

    def refused(self, graph: ImportGraph) -> set[tuple[str, str]]:
        """Return the imports of a library from outside its homes."""
        homes = cast("list[str]", self.homes)
        return {
            (importer, library)
            for library in cast("list[str]", self.libraries)
            if library in graph.modules
            for importer in graph.find_modules_that_directly_import(library)
            if not any(f"{importer}.".startswith(f"{home}.") for home in homes)
        }


class LibrariesOf(_ImportsContract):
    """`package` imports the standard library, our own packages and `libraries`, nothing else.

    Which of our own packages it may import is the business of the layers.
    """

    type_name = "libraries_of"

    package = fields.StringField()
    libraries = fields.ListField(subfield=fields.StringField())

    def refused(self, graph: ImportGraph) -> set[tuple[str, str]]:
        """Return the imports of the package that leave what it may import."""
        package = cast("str", self.package)
        ours = cast("list[str]", self.session_options["root_packages"])
        allowed = {*cast("list[str]", self.libraries), *ours, *sys.stdlib_module_names}
        return {
            (module, imported)
            for module in {package, *graph.find_descendants(package)}
            for imported in graph.find_modules_directly_imported_by(module)
            if _root(imported) not in allowed
        }


def _root(module: str) -> str:
    return module.partition(".")[0]
