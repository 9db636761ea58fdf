{{/* The largest message, and the room that its record takes besides. */}}
{{- define "interact.messageBytes" -}}
16842752
{{- end -}}

{{/* All topics. */}}
{{- define "interact.topics" -}}
topics:
{{- range $role := list "teacher" "student" "quiz" }}
{{- range (index $.Values $role).pools }}
  - {name: interact.{{ $role }}.{{ .name }}.requests, partitions: {{ $.Values.kafka.requestPartitions }}, retention: 86400000}
{{- end }}
{{- end }}
  - {name: interact.replies, partitions: 8, retention: 86400000}
  - {name: interact.presence, partitions: 1, retention: 3600000}
  - {name: interact.dead-letters, partitions: 1, retention: 604800000}
  - {name: interact.events, partitions: 1, retention: 604800000}
{{- end -}}

{{/*
What each service's Kafka user may do, and nothing else may it: workers read the requests of their role, and write replies, presence and
dead letters, of which they can read none.
*/}}
{{- define "interact.acls" -}}
orchestrator:
  - resource: {type: topic, name: interact., patternType: prefix}
    operations: [Create, Describe, DescribeConfigs, Read, Write]
  - resource: {type: group, name: interact, patternType: prefix}
    operations: [Describe, Read]
{{- range $role := list "teacher" "student" "quiz" }}
{{ $role }}:
  - resource: {type: topic, name: interact.{{ $role }}., patternType: prefix}
    operations: [Describe, Read]
{{- range list "replies" "presence" "dead-letters" }}
  - resource: {type: topic, name: interact.{{ . }}, patternType: literal}
    operations: [Describe, Write]
{{- end }}
  - resource: {type: group, name: interact.{{ $role }}., patternType: prefix}
    operations: [Describe, Read]
{{- end }}
{{- end -}}
