{{- define "interact.name" -}}
{{- printf "%s" .Release.Name | trunc 40 | trimSuffix "-" -}}
{{- end -}}

{{- define "interact.labels" -}}
app.kubernetes.io/name: interact
app.kubernetes.io/instance: {{ .Release.Name }}
app.kubernetes.io/version: {{ .Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ .Release.Service }}
helm.sh/chart: {{ printf "%s-%s" .Chart.Name .Chart.Version }}
{{- end -}}

{{/* Which pods: of a component (root, component). */}}
{{- define "interact.selector" -}}
app.kubernetes.io/name: interact
app.kubernetes.io/instance: {{ .root.Release.Name }}
app.kubernetes.io/component: {{ .component }}
{{- end -}}

{{- define "interact.image" -}}
{{- $image := .root.Values.image -}}
{{- with $image.registry }}{{ . }}/{{ end }}{{ $image.repository }}-{{ .service }}:{{ $image.tag | default .root.Chart.AppVersion }}
{{- end -}}

{{- define "interact.bootstrap" -}}
{{- if .Values.kafka.bootstrapServers -}}
{{ .Values.kafka.bootstrapServers }}
{{- else if .Values.kafka.strimzi.enabled -}}
{{ .Values.kafka.strimzi.cluster }}-kafka-bootstrap:9093
{{- else -}}
{{ fail "kafka.bootstrapServers: name a broker, or set kafka.strimzi.enabled" }}
{{- end -}}
{{- end -}}

{{- define "interact.jdbcUrl" -}}
{{- with .Values.database.jdbcUrl -}}
{{- $verified := contains "sslrootcert=/etc/interact/database/ca.crt" . -}}
{{- if and $verified (not (include "interact.databaseCa" $)) -}}
{{ fail "database.caSecret: name a Secret with ca.crt, which database.jdbcUrl refers to" }}
{{- else if and $.Values.database.caSecret (not (and $verified (contains "sslmode=verify-" .))) -}}
{{ fail "database.jdbcUrl: add ?sslmode=verify-full&sslrootcert=/etc/interact/database/ca.crt; without it nobody looks at database.caSecret" }}
{{- end -}}
{{- end -}}
{{- if .Values.database.jdbcUrl -}}
{{ .Values.database.jdbcUrl }}
{{- else if .Values.database.cloudnativepg.enabled -}}
jdbc:postgresql://{{ include "interact.name" . }}-postgres-rw:5432/interact?sslmode=verify-full&sslrootcert=/etc/interact/database/ca.crt
{{- else -}}
{{ fail "database.jdbcUrl: name a database, or set database.cloudnativepg.enabled" }}
{{- end -}}
{{- end -}}

{{- define "interact.databaseSecret" -}}
{{- if .Values.database.existingSecret -}}
{{ .Values.database.existingSecret }}
{{- else -}}
{{ fail "database.existingSecret: name a Secret with username and password" }}
{{- end -}}
{{- end -}}

{{/* The Secret of the role that owns the tables; empty if it is the service's own. */}}
{{- define "interact.migrationSecret" -}}
{{- if .Values.database.migrationSecret -}}
{{ .Values.database.migrationSecret }}
{{- else if .Values.database.cloudnativepg.enabled -}}
{{ include "interact.name" . }}-postgres-app
{{- end -}}
{{- end -}}

{{- define "interact.databaseCa" -}}
{{- if .Values.database.caSecret -}}
{{ .Values.database.caSecret }}
{{- else if .Values.database.cloudnativepg.enabled -}}
{{ include "interact.name" . }}-postgres-ca
{{- end -}}
{{- end -}}

{{- define "interact.kafkaCa" -}}
{{- if .Values.kafka.caSecret -}}
{{ .Values.kafka.caSecret }}
{{- else if .Values.kafka.strimzi.enabled -}}
{{ .Values.kafka.strimzi.cluster }}-cluster-ca-cert
{{- end -}}
{{- end -}}

{{/* The Secret with a service's Kafka credentials (root, user). */}}
{{- define "interact.kafkaSecret" -}}
{{- $existing := index .root.Values.kafka.existingSecrets .user -}}
{{- if $existing -}}
{{ $existing }}
{{- else if .root.Values.kafka.strimzi.enabled -}}
{{ include "interact.name" .root }}-{{ .user }}
{{- end -}}
{{- end -}}

{{- define "interact.models" -}}
{{ .Values.existingModels | default (printf "%s-models" (include "interact.name" .)) }}
{{- end -}}

{{/* What every service's container has to know of Kafka (root, user). */}}
{{- define "interact.kafkaEnv" -}}
- name: KAFKA_BOOTSTRAP_SERVERS
  value: {{ include "interact.bootstrap" .root | quote }}
{{- $protocol := .root.Values.kafka.securityProtocol }}
- name: KAFKA_SECURITY_PROTOCOL
  value: {{ $protocol }}
{{- if hasPrefix "SASL" $protocol }}
- name: KAFKA_SASL_MECHANISM
  value: {{ .root.Values.kafka.saslMechanism }}
- name: KAFKA_SASL_JAAS_CONFIG
  valueFrom:
    secretKeyRef:
      name: {{ required (printf "kafka.existingSecrets.%s: name a Secret with sasl.jaas.config" .user) (include "interact.kafkaSecret" .) }}
      key: sasl.jaas.config
{{- end }}
{{- if and (hasSuffix "SSL" $protocol) (include "interact.kafkaCa" .root) }}
- name: KAFKA_SSL_TRUSTSTORE_TYPE
  value: PEM
- name: KAFKA_SSL_TRUSTSTORE_LOCATION
  value: /etc/interact/kafka/ca.crt
{{- end }}
{{- end -}}

{{/* What every service's container has in its environment besides (root, javaOptions). */}}
{{- define "interact.commonEnv" -}}
- name: QUARKUS_HTTP_HOST
  value: 0.0.0.0
- name: QUARKUS_HTTP_PORT
  value: "8080"
- name: INTERACT_MODELS
  value: /etc/interact/models/models.yaml
- name: INTERACT_LOG_JSON
  value: "true"
- name: JAVA_TOOL_OPTIONS
  value: {{ .javaOptions | quote }}
{{- if .root.Values.offlineModel.enabled }}
- name: OFFLINE_MODEL_URL
  value: http://{{ include "interact.name" .root }}-offline-model:8080/v1
{{- end }}
{{- with .root.Values.monitoring.tracesEndpoint }}
- name: QUARKUS_OTEL_EXPORTER_OTLP_ENDPOINT
  value: {{ . | quote }}
{{- end }}
{{- end -}}

{{- define "interact.accessSecret" -}}
{{ required "access.existingSecret: name a Secret with admin-key and monitor-key, 32 characters or more each" .Values.access.existingSecret }}
{{- end -}}

{{/* Who gets in. */}}
{{- define "interact.accessEnv" -}}
{{- $secret := include "interact.accessSecret" . -}}
- name: INTERACT_ACCESS_ADMIN_KEY
  valueFrom: {secretKeyRef: {name: {{ $secret }}, key: admin-key}}
- name: INTERACT_ACCESS_MONITOR_KEY
  valueFrom: {secretKeyRef: {name: {{ $secret }}, key: monitor-key}}
{{- with .Values.access.oidc }}
{{- if .enabled }}
- name: INTERACT_ACCESS_OIDC_ENABLED
  value: "true"
- name: INTERACT_ACCESS_OIDC_NAME
  value: {{ .name | quote }}
- name: INTERACT_ACCESS_OIDC_COOKIE_SECRET
  valueFrom: {secretKeyRef: {name: {{ $secret }}, key: oidc-cookie-secret}}
{{- range $scope, $roles := .roles }}
{{- with $roles }}
- name: INTERACT_ACCESS_OIDC_ROLES_{{ upper $scope }}
  value: {{ join "," . | quote }}
{{- end }}
{{- end }}
- name: QUARKUS_OIDC_AUTH_SERVER_URL
  value: {{ required "access.oidc.issuer: is missing" .issuer | quote }}
- name: QUARKUS_OIDC_CLIENT_ID
  value: {{ .clientId | quote }}
- name: QUARKUS_OIDC_CREDENTIALS_SECRET
  valueFrom: {secretKeyRef: {name: {{ $secret }}, key: oidc-client-secret}}
- name: QUARKUS_OIDC_TOKEN_AUDIENCE
  value: {{ list .clientId .audience | compact | uniq | join "," | quote }}
- name: QUARKUS_OIDC_ROLES_ROLE_CLAIM_PATH
  value: {{ .rolesClaim | quote }}
{{- end }}
{{- end }}
{{- end -}}

{{- define "interact.podSecurity" -}}
runAsNonRoot: true
runAsUser: {{ .Values.podSecurity.runAsUser }}
runAsGroup: {{ .Values.podSecurity.runAsUser }}
fsGroup: {{ .Values.podSecurity.fsGroup }}
seccompProfile:
  type: RuntimeDefault
{{- end -}}

{{- define "interact.containerSecurity" -}}
allowPrivilegeEscalation: false
readOnlyRootFilesystem: true
capabilities:
  drop: [ALL]
{{- end -}}

{{/* Files that every service reads (root). */}}
{{- define "interact.mounts" -}}
- name: models
  mountPath: /etc/interact/models
  readOnly: true
{{- if include "interact.kafkaCa" .root }}
- name: kafka-ca
  mountPath: /etc/interact/kafka
  readOnly: true
{{- end }}
- name: tmp
  mountPath: /tmp
{{- end -}}

{{- define "interact.volumes" -}}
- name: models
  configMap:
    name: {{ include "interact.models" .root }}
{{- with include "interact.kafkaCa" .root }}
- name: kafka-ca
  secret:
    secretName: {{ . }}
    items:
      - {key: ca.crt, path: ca.crt}
{{- end }}
- name: tmp
  emptyDir:
    sizeLimit: 256Mi
{{- end -}}

{{/* Pods of one kind are spread over nodes and zones (root, component). */}}
{{- define "interact.spread" -}}
- maxSkew: 1
  topologyKey: kubernetes.io/hostname
  whenUnsatisfiable: ScheduleAnyway
  labelSelector:
    matchLabels: {{- include "interact.selector" . | nindent 6 }}
- maxSkew: 1
  topologyKey: topology.kubernetes.io/zone
  whenUnsatisfiable: ScheduleAnyway
  labelSelector:
    matchLabels: {{- include "interact.selector" . | nindent 6 }}
{{- end -}}

{{/* A service is started when it answers, well while its process gets on, and ready when it has what it needs; no model is asked. */}}
{{- define "interact.probes" -}}
startupProbe:
  httpGet: {path: /q/health/started, port: http}
  periodSeconds: 2
  failureThreshold: 60
livenessProbe:
  httpGet: {path: /q/health/live, port: http}
  periodSeconds: 10
  timeoutSeconds: 5
  failureThreshold: 6
readinessProbe:
  httpGet: {path: /q/health/ready, port: http}
  periodSeconds: 5
  timeoutSeconds: 5
  failureThreshold: 3
{{- end -}}
