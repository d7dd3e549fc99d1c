package id.warta.embedded.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * Reads YAML files of the class path into records. A key that a record doesn't know is an
 * error, so that no misspelt one goes unnoticed.
 */
class YamlFiles {

	private final PathMatchingResourcePatternResolver resources = new PathMatchingResourcePatternResolver();

	private final Yaml yaml = new Yaml(new SafeConstructor(new LoaderOptions()));

	private final JsonMapper records = JsonMapper.builder()
		.enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
		.disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
		.build();

	<T> T one(String location, Class<T> type) {
		return this.records.convertValue(load(this.resources.getResource(location)), type);
	}

	/**
	 * What the lists of all files hold that the pattern matches.
	 */
	<T> List<T> list(String pattern, Class<T> type) {
		List<T> list = new ArrayList<>();
		for (Resource file : matching(pattern)) {
			for (Object entry : (List<?>) load(file)) {
				list.add(this.records.convertValue(entry, type));
			}
		}
		return list;
	}

	Map<String, String> texts(String location) {
		return this.records.convertValue(load(this.resources.getResource(location)), new TypeReference<>() {
		});
	}

	private List<Resource> matching(String pattern) {
		try {
			return Arrays.asList(this.resources.getResources(pattern));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private Object load(Resource file) {
		try (InputStream content = file.getInputStream()) {
			return Objects.requireNonNull(this.yaml.load(content), file::getDescription);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * A list that a file may leave out.
	 */
	static <T> List<T> present(@Nullable List<T> list) {
		return (list != null) ? list : List.of();
	}

}
