"""What programs do with a Configuration."""

import copy
import logging
import os

import ubiops
from ubiops.configuration import Configuration

configuration = Configuration()
print("default", configuration.api_key, configuration.api_key_prefix, configuration.debug, configuration.verify_ssl)
print("default", configuration.client_side_validation, configuration.temp_folder_path, configuration.proxy)
configuration.host = os.environ["API_HOST"]
configuration.api_key["Authorization"] = os.environ["API_TOKEN"]

twin = copy.deepcopy(configuration)
twin.api_key["Authorization"] = "other"
print("deep copy", configuration.api_key["Authorization"] != "other", twin.host == configuration.host)

refreshed = []
configuration.refresh_api_key_hook = lambda given: refreshed.append(given is configuration)
print(
    "calls", ubiops.CoreApi(ubiops.ApiClient(configuration)).projects_list()[0].name, all(refreshed), len(refreshed) > 0
)
configuration.refresh_api_key_hook = None

prefixed = Configuration(api_key={"Authorization": "abc"}, api_key_prefix={"Authorization": "Token"})
print("with prefix", prefixed.get_api_key_with_prefix("Authorization"), prefixed.get_api_key_with_prefix("nothing"))
print("settings", prefixed.auth_settings())
basic = Configuration(username="ann", password="secret")
print("basic", basic.get_basic_auth_token())
print("hosts", Configuration().get_host_settings())
print("report", [line.partition(":")[0] for line in Configuration().to_debug_report().splitlines()])

configuration.logger_format = "%(message)s"
print("format", configuration.logger_format, configuration.logger_file)
configuration.logger_file = "calls.log"
configuration.debug = False
print("level", logging.getLogger("ubiops").getEffectiveLevel(), os.path.exists("calls.log"))
print("loggers", sorted(configuration.logger))

unchecked = Configuration()
unchecked.client_side_validation = False
made = ubiops.ModelCreate(name=None, local_vars_configuration=unchecked)
print("unchecked", made.name, made.input_type)

configuration = Configuration(configuration.host, configuration.api_key)
configuration.safe_chars_for_path_param = "/"
configuration.connection_pool_maxsize = 2
configuration.assert_hostname = False
configuration.ssl_ca_cert = None
print("others", len(ubiops.CoreApi(ubiops.ApiClient(configuration)).projects_list()))
