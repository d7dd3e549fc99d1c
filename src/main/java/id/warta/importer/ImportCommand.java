package id.warta.importer;

import java.nio.file.Path;
import java.util.List;

import id.warta.platform.Command;

import org.springframework.stereotype.Component;

/**
 * {@code import FILE.xml}: imports a WordPress export.
 */
@Component
class ImportCommand implements Command {

	private static final String ITEM_BY_ITEM = "--continue";

	private final WordPressImport wordPress;

	private final ImportConsole console;

	ImportCommand(WordPressImport wordPress, ImportConsole console) {
		this.wordPress = wordPress;
		this.console = console;
	}

	@Override
	public String name() {
		return "import";
	}

	@Override
	public String usage() {
		return "FILE.xml [--continue]: imports a WordPress export, whole or not at all; with --continue item by item";
	}

	@Override
	public int run(List<String> arguments) {
		List<String> files = arguments.stream().filter((argument) -> !argument.startsWith("--")).toList();
		boolean unknown = arguments.stream()
			.anyMatch((argument) -> argument.startsWith("--") && !argument.equals(ITEM_BY_ITEM));
		if (files.size() != 1 || unknown) {
			return this.console.misused(this);
		}
		Path file = Path.of(files.get(0));
		return arguments.contains(ITEM_BY_ITEM)
				? this.console.run(file, 2, (bytesRead) -> this.wordPress.itemByItem(file, bytesRead))
				: this.console.run(file, 2, (bytesRead) -> this.wordPress.whole(file, bytesRead));
	}

}
